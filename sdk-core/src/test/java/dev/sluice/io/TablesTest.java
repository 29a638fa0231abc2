package dev.sluice.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.spark.RecordRows;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

  record Sale(int day, long id, String name) {}

  private static final String TABLE = "sales_of_tables_test";

  private final SparkSession spark = IoSpark.session();
  @TempDir Path dir;

  @AfterEach
  void dropTable() {
    spark.sql("drop table if exists " + TABLE);
  }

  private Dataset<Row> rows(Sale... sales) {
    return RecordRows.dataset(spark, List.of(sales), Sale.class).toDF();
  }

  private TableSource<Sale> table() {
    return Tables.table(Sale.class, TABLE);
  }

  /** As files of a location of its own, which goes with the test. */
  private TableSink<Sale> here(TableSink<Sale> sink) {
    return sink.location(dir.resolve("files").toString());
  }

  private List<Sale> stored() {
    return RecordRows.collect(table().read(spark), Sale.class);
  }

  @Test
  void appendMakesTheTableAndThenAddsToIt() {
    here(table().append()).partitionBy(Sale::day).write(rows(new Sale(1, 1, "a")));
    here(table().append()).partitionBy(Sale::day).write(rows(new Sale(2, 2, "b")));

    assertThat(stored()).containsExactlyInAnyOrder(new Sale(1, 1, "a"), new Sale(2, 2, "b"));
    assertThat(spark.table(TABLE).columns()).containsExactly("id", "name", "day");
  }

  @Test
  void overwriteReplacesOnlyThePartitionsItBrings() {
    here(table().append())
        .partitionBy(Sale::day)
        .write(rows(new Sale(1, 1, "a"), new Sale(2, 2, "b")));
    table().overwrite().write(rows(new Sale(2, 3, "c")));

    assertThat(stored()).containsExactlyInAnyOrder(new Sale(1, 1, "a"), new Sale(2, 3, "c"));
  }

  @Test
  void overwriteAllReplacesEverything() {
    here(table().append()).partitionBy(Sale::day).write(rows(new Sale(1, 1, "a")));
    here(table().overwriteAll()).partitionBy(Sale::day).write(rows(new Sale(2, 3, "c")));

    assertThat(stored()).containsExactly(new Sale(2, 3, "c"));
  }

  @Test
  void ignoreLeavesATableAlone() {
    here(table().append()).write(rows(new Sale(1, 1, "a")));

    assertThat(table().ignoreIfExists().write(rows(new Sale(2, 2, "b"))).skipped()).isTrue();
    assertThat(stored()).containsExactly(new Sale(1, 1, "a"));
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

    assertThat(dir.resolve("files")).isNotEmptyDirectory();
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
