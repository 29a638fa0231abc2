package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.ColumnName;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stages that leave the typed world and come back, and the ends where rows leave for good. */
@SparkTest
@Tag("smoke")
class ForeignStagesTest {

  enum Kind {
    SOLID,
    LIQUID
  }

  record Maker(String name, List<String> brands) {}

  private record Item(
      int id,
      @ColumnName("item.name") String name,
      Kind kind,
      Maker maker,
      List<Maker> sellers,
      Map<String, Integer> stock) {}

  private static final Item PEN =
      new Item(
          1,
          "pen",
          Kind.SOLID,
          new Maker("Bic", List.of("Cristal")),
          List.of(new Maker("A", List.of()), new Maker("B", List.of("x", "y"))),
          Map.of("north", 3));
  private static final Item INK = new Item(2, null, null, null, null, null);

  private SparkKit kit;
  private SparkSession spark;
  private Stage<Item> items;

  @BeforeEach
  void makesTheItems(SparkKit kit) {
    this.kit = kit;
    spark = kit.spark();
    items = kit.rows(Item.class, PEN, INK);
  }

  @Test
  void nestedRecordsListsMapsAndEnumsComeThroughUnharmed() {
    assertThat(items.limit(10)).hasRows(PEN, INK);
  }

  @Test
  void columnsAreThoseOfTheRecordByTheirColumnNames() {
    assertThat(items.toDataset(spark).columns())
        .containsExactly("id", "item.name", "kind", "maker", "sellers", "stock");
  }

  @Test
  void aNameWithADotWorksAsAKeyInEveryStage() {
    assertThat(items.dedupe(Item::name)).hasRows(PEN, INK);
    assertThat(
        items
            .join(items)
            .on(Item::name).equalTo(Item::name)
            .select((a, b) -> row(Ids::new).of(a.col(Item::id), b.col(Item::id))))
        .hasRows(new Ids(1, 1));
  }

  record Ids(int a, int b) {}

  @Test
  void aComponentOfANestedRecordIsReachedByItsAccessor() {
    record Made(int id, String maker) {}

    assertThat(items.select(row(Made::new).of(col(Item::id), col(Item::maker).col(Maker::name))))
        .hasRows(new Made(1, "Bic"), new Made(2, null));
  }

  @Test
  void aTransformGetsTheRecordsColumnsAndIsReadAsTheTargetRecord() {
    record Counted(long id, String name) {}
    Stage<Counted> counted =
        items.transform(
            "renamed",
            Counted.class,
            rows -> rows.select(
                functions.lit("more").as("more"),
                functions.col("`item.name`").as("name"),
                functions.col("id")));

    assertThat(counted).hasRows(new Counted(1, "pen"), new Counted(2, null));
  }

  @Test
  void aTransformThatLacksAColumnIsRefusedWithItsStageAndTheColumn() {
    record Counted(long id, String title) {}
    Stage<Counted> counted = items.transform("renamed", Counted.class, rows -> rows.select("id"));

    assertThatThrownBy(() -> counted.toDataset(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("renamed")
        .hasMessageContaining("title");
  }

  @Test
  void aTransformThatCapturesWhatCannotBeSentToExecutorsFailsWithItsStage() {
    record Name(String value) {}
    Object captured = new Object();
    items
        .transform(
            "mapped",
            Name.class,
            rows -> rows.map((MapFunction<Row, String>) r -> captured + "" + r, Encoders.STRING())
                .toDF())
        .sink("names", InMemory.sink(Name.class));

    assertThatThrownBy(() -> kit.pipeline().run(spark))
        .hasMessageContaining("stage 'mapped'")
        .hasMessageContaining("cannot be sent to the executors");
  }

  @Test
  void anSqlStageReadsTheStageByName() {
    record Total(long rows, Integer largest) {}

    assertThat(items.sql("select count(*) as rows, max(id) as largest from {stage}", Total.class))
        .hasRows(new Total(2, 2));
    assertThat(spark.catalog().listTables().collectAsList())
        .noneMatch(table -> table.name().startsWith("sluice_stage_"));
  }

  @Test
  void theRowsAreADatasetOfRecords() {
    Dataset<Item> typed = items.toTypedDataset(spark);

    assertThat(typed.collectAsList()).containsExactlyInAnyOrder(PEN, INK);
  }

  @Test
  void aNullForAPrimitiveIsNamedWhenRowsAreCollected() {
    record Counted(int id, int n) {}
    Dataset<Row> rows = spark.sql("select 1 as id, cast(null as int) as n");
    Stage<Counted> counted = kit.source(Datasets.of(Counted.class, rows));

    assertThatThrownBy(() -> counted.collect(spark))
        .hasStackTraceContaining("n")
        .hasStackTraceContaining("Counted");
  }
}
