package dev.sluice.samples.retail;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.run.RuleCount;
import dev.sluice.run.RunReport;
import dev.sluice.run.StageReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@SparkTest
class OnlineRetailPipelineTest {

  @Test
  void dividesGeneratedLinesAsPlainSparkDoes(SparkKit kit) {
    InvoiceLineGenerator lines = new InvoiceLineGenerator(5_000, 3);
    lines.write(kit.spark(), kit.path("in"));

    RunReport report = OnlineRetailPipeline.of(kit.path("in"), kit.path("out")).run(kit.spark());

    Dataset<Row> valid =
        lines
            .lines(kit.spark())
            .where("InvoiceNo not like 'C%' and Quantity > 0 and UnitPrice > 0 and CustomerID > 0");
    assertThat(report).acceptedRows("valid sales", valid.count()).isConserved();
  }

  /** The known totals of the UCI data set; set the variable to the directory of its CSV files. */
  @Test
  @EnabledIfEnvironmentVariable(named = "ONLINE_RETAIL", matches = ".+")
  void findsTheKnownTotalsOfTheRealData(SparkKit kit) {
    RunReport report =
        OnlineRetailPipeline.of(System.getenv("ONLINE_RETAIL"), kit.path("out")).run(kit.spark());

    assertThat(report).acceptedRows("valid sales", 397_884).rejectedRows("valid sales", 144_025);
    StageReport stage = report.stage("valid sales").orElseThrow();
    assertThat(stage.rowsIn()).hasValue(541_909);
    assertThat(stage.rejected())
        .containsExactly(
            RuleCount.of("not a cancellation", 9_288),
            RuleCount.of("positive quantity", 10_624),
            RuleCount.of("positive price", 2_517),
            RuleCount.of("has a customer", 135_080));
    assertThat(totals(kit)).isEqualTo(RowFactory.create(18_532L, 4_338L, 8_911_407.9));
  }

  private static Row totals(SparkKit kit) {
    return kit.spark()
        .read()
        .parquet(kit.path("out/sales"))
        .agg(
            countDistinct("invoice_no"),
            countDistinct("customer_id"),
            round(sum(col("revenue")), 2))
        .first();
  }
}
