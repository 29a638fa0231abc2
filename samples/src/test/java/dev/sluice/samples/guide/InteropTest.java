package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.io.memory.Datasets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class InteropTest extends Shop {

  @Test
  void sparkInsideAPipeline() {
    // #region transform
    record PerDay(String productName, double may1, double may2) {}

    Stage<PerDay> pivoted = lines.transform("amounts by day", PerDay.class, rows -> rows
        .groupBy("productName").pivot("orderDate").sum("amount")
        .withColumnsRenamed(java.util.Map.of("2026-05-01", "may1", "2026-05-02", "may2"))
        .na().fill(0.0));
    // #endregion

    // #region sql
    record Revenue(String productName, double amount) {}

    Stage<Revenue> revenue = lines.sql(
        "select productName, sum(amount) as amount from {stage} group by productName", Revenue.class);
    // #endregion

    assertThat(pivoted).hasRows(new PerDay("bread", 2.0, 40.0), new PerDay("tea", 20.0, 0.0));
    assertThat(revenue).hasRows(new Revenue("bread", 42.0), new Revenue("tea", 20.0));
  }

  @Test
  void pipelinesInsideSpark(SparkSession spark) {
    Dataset<Row> existing =
        spark.sql("select 7L as customerId, 'Ada' as name, 'PT' as country, 1 as age");

    // #region datasets
    Stage<Customer> known = pipeline.source("known", Datasets.of(Customer.class, existing));

    Dataset<Row> rows = known.filter(col(Customer::country).eq("PT")).toDataset(spark);
    Dataset<Customer> records = known.toTypedDataset(spark);
    // #endregion

    assertThat(rows, Customer.class).hasRows(new Customer(7, "Ada", "PT"));
    assertThat(records.collectAsList()).containsExactly(new Customer(7, "Ada", "PT"));
  }
}
// @formatter:on
