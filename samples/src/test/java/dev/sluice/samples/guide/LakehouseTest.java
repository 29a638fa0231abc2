package dev.sluice.samples.guide;

import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.lake.Delta;
import dev.sluice.io.lake.DeltaTable;
import dev.sluice.io.lake.Iceberg;
import dev.sluice.io.lake.IcebergTable;
import dev.sluice.run.RunStatus;
import dev.sluice.testkit.Leaks;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// @formatter:off: set by hand, as the guide shows it
@SparkTest(
    conf = {
        "spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension",
        "spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog",
        "spark.databricks.delta.snapshotPartitions=1"
    },
    leaks = Leaks.CLEAN)
class LakehouseTest extends Shop {

  @Test
  void tablesOfDelta(SparkSession spark, @TempDir Path lake) {
    // #region delta
    DeltaTable<Product> table = Delta.table(Product.class, lake + "/products");   // or "shop.products"

    products.sink("to_lake", table
        .upsert(Product::productId)
        .createIfMissing()
        .transaction("products of the shop", 20260501));

    Pipeline report = Pipeline.named("report");
    var now = report.source("now", table);
    var before = report.source("before", table.version(0));                       // or asOf(instant)
    // #endregion

    pipeline.run(spark);
    assertThat(pipeline.run(spark).sink("to_lake").orElseThrow().status()).isEqualTo(RunStatus.SKIPPED);
    assertThat(now).hasRows(PRODUCTS);
    assertThat(before).isEmpty();
  }

  @Test
  void replacedDays(SparkSession spark, @TempDir Path lake) {
    DeltaTable<Line> table = Delta.table(Line.class, lake + "/lines");
    // #region replace
    lines.filter(col(Line::orderDate).eq(MAY_2)).sink("may_2", table
        .overwriteWhere(col(Line::orderDate).eq(MAY_2))
        .createIfMissing()
        .partitionBy(Line::orderDate));
    // #endregion
    pipeline.run(spark);
    pipeline.run(spark);

    assertThat(Pipeline.named("report").source("lines", table)).hasRows(LINES.subList(2, 3));
  }

  @Test
  void tablesOfIcebergAreWrittenAlike() {
    Instant yesterday = MAY_1.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    // #region iceberg
    IcebergTable<Product> table = Iceberg.table(Product.class, "lake.shop.products");

    products.sink("to_lake", table.upsert(Product::productId));

    Pipeline report = Pipeline.named("report");
    report.source("yesterday", table.asOf(yesterday));      // or snapshot(id), branch(name), tag(name)
    // #endregion

    assertThat(pipeline.describe()).contains("iceberg lake.shop.products (upsert by productId)");
  }
}
