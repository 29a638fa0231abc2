package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CheckedStage;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.io.table.TableSink;
import dev.sluice.io.table.TableSource;
import dev.sluice.io.table.Tables;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SparkTest
@Tag("smoke")
class TablesTest {

  record Sale(int day, long id, String name) {}

  private static final String TABLE = "sales";

  private SparkKit kit;
  private SparkSession spark;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    spark = kit.spark();
  }

  @AfterEach
  void dropTable() {
    spark.sql("drop table if exists " + TABLE);
  }

  private Dataset<Row> rows(Sale... sales) {
    return kit.rows(Sale.class, sales).toDataset(spark);
  }

  private TableSource<Sale> table() {
    return Tables.table(Sale.class, TABLE);
  }

  /** As files of a location of its own, which goes with the test. */
  private TableSink<Sale> here(TableSink<Sale> sink) {
    return sink.location(kit.path("files"));
  }

  private CheckedStage<Sale> stored() {
    return kit.source(table());
  }

  @Test
  void appendMakesTheTableAndThenAddsToIt() {
    here(table().append()).partitionBy(Sale::day).write(rows(new Sale(1, 1, "a")));
    here(table().append()).partitionBy(Sale::day).write(rows(new Sale(2, 2, "b")));

    assertThat(stored()).hasRows(new Sale(1, 1, "a"), new Sale(2, 2, "b"));
    assertThat(spark.table(TABLE).columns()).containsExactly("id", "name", "day");
  }

  @Test
  void overwriteReplacesOnlyThePartitionsItBrings() {
    here(table().append())
        .partitionBy(Sale::day)
        .write(rows(new Sale(1, 1, "a"), new Sale(2, 2, "b")));
    table().overwrite().write(rows(new Sale(2, 3, "c")));

    assertThat(stored()).hasRows(new Sale(1, 1, "a"), new Sale(2, 3, "c"));
  }

  @Test
  void overwriteAllReplacesEverything() {
    here(table().append()).partitionBy(Sale::day).write(rows(new Sale(1, 1, "a")));
    here(table().overwriteAll()).partitionBy(Sale::day).write(rows(new Sale(2, 3, "c")));

    assertThat(stored()).hasRows(new Sale(2, 3, "c"));
  }

  @Test
  void ignoreLeavesATableAlone() {
    here(table().append()).write(rows(new Sale(1, 1, "a")));

    assertThat(table().ignoreIfExists().write(rows(new Sale(2, 2, "b"))).skipped()).isTrue();
    assertThat(stored()).hasRows(new Sale(1, 1, "a"));
  }

  @Test
  void errorIfExistsIsFoundBeforeTheRun() {
    here(table().append()).write(rows(new Sale(1, 1, "a")));

    assertThat(table().errorIfExists().check(spark))
        .singleElement()
        .asString()
        .contains("there already");
    assertThatThrownBy(() -> table().errorIfExists().write(rows())).isNotNull();
  }

  @Test
  void epochsOfAStreamAreAddedAndARepeatedOneIsThereTwice() {
    TableSink<Sale> sink = here(table().append());

    sink.write(rows(new Sale(1, 1, "a")), new Epoch("shop/sales", 0));
    sink.write(rows(new Sale(1, 2, "b")), new Epoch("shop/sales", 1));
    sink.write(rows(new Sale(1, 2, "b")), new Epoch("shop/sales", 1));

    assertThat(sink.delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
    assertThat(stored())
        .hasRows(new Sale(1, 1, "a"), new Sale(1, 2, "b"), new Sale(1, 2, "b"));
  }

  @Test
  void otherModesTakeNoEpochsOfAStream() {
    assertThat(table().append().streamProblems()).isEmpty();
    assertThat(table().overwrite().streamProblems())
        .containsExactly(
            "table sales (overwrite): the batches of a stream come one after the other, and each would replace those before it: take append()");
    assertThat(table().ignoreIfExists().streamProblems())
        .containsExactly(
            "table sales (ignore): the batches of a stream come one after the other, and each would find the table of those before it: take append()");
  }

  @Test
  void aManagedTableIsBucketedAndSorted() {
    table().append().bucketBy(4, Sale::id).sortBy(Sale::day).write(rows(new Sale(1, 1, "a")));

    String description = spark.sql("describe extended " + TABLE).collectAsList().toString();
    assertThat(description)
        .contains(
            "[Num Buckets,4,]",
            "[Bucket Columns,[`id`],]",
            "[Sort Columns,[`day`],]",
            "[Type,MANAGED,]");
  }

  @Test
  void anExternalTableKeepsItsFilesWhenDropped() {
    here(table().append()).write(rows(new Sale(1, 1, "a")));
    dropTable();

    assertThat(kit.directory().resolve("files")).isNotEmptyDirectory();
  }

  @Test
  void aTableThatIsMissingOrOfOtherColumnsIsFoundBeforeTheRun() {
    record Other(int day, String nam) {}
    assertThat(table().check(spark))
        .containsExactly("table " + TABLE + ": there is no such table or view");

    here(table().append()).write(rows(new Sale(1, 1, "a")));

    assertThat(Tables.table(Other.class, TABLE).check(spark))
        .singleElement()
        .asString()
        .contains("did you mean \"name\"");
    assertThat(Tables.table(Other.class, TABLE).append().check(spark)).hasSizeGreaterThan(1);
  }

  @Test
  void unknownComponentsAreRefusedAtOnce() {
    assertThatThrownBy(() -> table().append().partitionBy("dya"))
        .hasMessageContaining("Sale has no component dya; did you mean day?");
  }

  @Test
  void whatIsNotANameIsRefusedAtOnce() {
    assertThatThrownBy(() -> Tables.table(Sale.class, "sales; drop table x"))
        .hasMessageContaining("is not the name of a table");
    assertThat(Tables.table(Sale.class, "`my shop`.sales").description())
        .isEqualTo("table `my shop`.sales");
  }
}
