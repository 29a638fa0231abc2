package dev.sluice.samples.retail;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.RuleCount;
import dev.sluice.RunReport;
import dev.sluice.StageReport;
import dev.sluice.samples.LocalSpark;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class OnlineRetailPipelineTest {
  private static final SparkSession SPARK = LocalSpark.session();

  @TempDir private Path directory;

  @Test
  void dividesGeneratedLinesAsPlainSparkDoes() {
    InvoiceLineGenerator lines = new InvoiceLineGenerator(5_000, 3);
    lines.write(SPARK, path("in"));

    RunReport report = OnlineRetailPipeline.of(path("in"), path("out")).run(SPARK);

    Dataset<Row> valid =
        lines
            .lines(SPARK)
            .where("InvoiceNo not like 'C%' and Quantity > 0 and UnitPrice > 0 and CustomerID > 0");
    StageReport stage = report.stage("valid sales").orElseThrow();
    assertThat(stage.accepted()).hasValue(valid.count());
    assertThat(stage.conserved()).isTrue();
  }

  /** The known totals of the UCI data set; set the variable to the directory of its CSV files. */
  @Test
  @EnabledIfEnvironmentVariable(named = "ONLINE_RETAIL", matches = ".+")
  void findsTheKnownTotalsOfTheRealData() {
    RunReport report =
        OnlineRetailPipeline.of(System.getenv("ONLINE_RETAIL"), path("out")).run(SPARK);

    StageReport stage = report.stage("valid sales").orElseThrow();
    assertThat(stage.rowsIn()).hasValue(541_909);
    assertThat(stage.accepted()).hasValue(397_884);
    assertThat(stage.rejectedRows()).hasValue(144_025);
    assertThat(stage.rejected())
        .containsExactly(
            RuleCount.of("not a cancellation", 9_288),
            RuleCount.of("positive quantity", 10_624),
            RuleCount.of("positive price", 2_517),
            RuleCount.of("has a customer", 135_080));
    assertThat(totals()).isEqualTo(RowFactory.create(18_532L, 4_338L, 8_911_407.9));
  }

  private Row totals() {
    return SPARK
        .read()
        .parquet(path("out/sales"))
        .agg(
            countDistinct("invoice_no"),
            countDistinct("customer_id"),
            round(sum(col("revenue")), 2))
        .first();
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }
}
