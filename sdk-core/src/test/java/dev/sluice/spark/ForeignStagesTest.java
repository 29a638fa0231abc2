package dev.sluice.spark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ColumnName;
import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.io.Datasets;
import dev.sluice.io.InMemory;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** Stages that leave the typed world and come back, and the ends where rows leave for good. */
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

  private final SparkSession spark = TestSpark.session();
  private final Pipeline pipeline = Pipeline.named("foreign");
  private final Stage<Item> items =
      pipeline.source("items", InMemory.rows(Item.class, List.of(PEN, INK)));

  @Test
  void nestedRecordsListsMapsAndEnumsComeThroughUnharmed() {
    assertThat(items.limit(10).collect(spark)).containsExactlyInAnyOrder(PEN, INK);
  }

  @Test
  void columnsAreThoseOfTheRecordByTheirColumnNames() {
    assertThat(items.toDataset(spark).columns())
        .containsExactly("id", "item.name", "kind", "maker", "sellers", "stock");
  }

  @Test
  void aNameWithADotWorksAsAKeyInEveryStage() {
    assertThat(items.dedupe(Item::name).collect(spark)).hasSize(2);
    assertThat(
            items
                .join(items)
                .on(Item::name)
                .equalTo(Item::name)
                .select((a, b) -> row(Ids::new).of(a.col(Item::id), b.col(Item::id)))
                .collect(spark))
        .containsExactly(new Ids(1, 1));
  }

  record Ids(int a, int b) {}

  @Test
  void aComponentOfANestedRecordIsReachedByItsAccessor() {
    record Made(int id, String maker) {}

    assertThat(
            items
                .select(row(Made::new).of(col(Item::id), col(Item::maker).col(Maker::name)))
                .collect(spark))
        .containsExactlyInAnyOrder(new Made(1, "Bic"), new Made(2, null));
  }

  @Test
  void aTransformGetsTheRecordsColumnsAndIsReadAsTheTargetRecord() {
    record Counted(long id, String name) {}
    Stage<Counted> counted =
        items.transform(
            "renamed",
            Counted.class,
            rows ->
                rows.select(
                    functions.lit("more").as("more"),
                    functions.col("`item.name`").as("name"),
                    functions.col("id")));

    assertThat(counted.collect(spark))
        .containsExactlyInAnyOrder(new Counted(1, "pen"), new Counted(2, null));
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
            rows ->
                rows.map((MapFunction<Row, String>) r -> captured + "" + r, Encoders.STRING())
                    .toDF())
        .sink("names", InMemory.sink(Name.class));

    assertThatThrownBy(() -> pipeline.run(spark))
        .hasMessageContaining("stage 'mapped'")
        .hasMessageContaining("cannot be sent to the executors");
  }

  @Test
  void anSqlStageReadsTheStageByName() {
    record Total(long rows, Integer largest) {}

    assertThat(
            items
                .sql("select count(*) as rows, max(id) as largest from {stage}", Total.class)
                .collect(spark))
        .containsExactly(new Total(2, 2));
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
    Stage<Counted> counted = pipeline.source("counted", Datasets.of(Counted.class, rows));

    assertThatThrownBy(() -> counted.collect(spark))
        .hasStackTraceContaining("n")
        .hasStackTraceContaining("Counted");
  }
}
