package dev.sluice.samples.ecommerce;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatPlan;
import static dev.sluice.testkit.SluiceAssertions.assertThatText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.RunReport;
import dev.sluice.StageReport;
import dev.sluice.samples.LocalSpark;
import dev.sluice.samples.ecommerce.HandWrittenEcommerce.Style;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the typed job and the hand-written one on the same generated orders. */
class EcommercePipelineTest {
  private static final SparkSession SPARK = LocalSpark.session();
  private static final OrderGenerator ORDERS = new OrderGenerator(3_000, 7);

  @TempDir private static Path directory;

  private static RunReport report;

  @BeforeAll
  static void runsBothJobs() {
    ORDERS.write(SPARK, path("in"));
    new HandWrittenEcommerce(Style.EXPERT, Optional.empty())
        .run(SPARK, path("in"), path("by-hand"));
    report = EcommercePipeline.of(config()).run(SPARK);
  }

  @Test
  void givesTheRowsOfTheHandWrittenJob() {
    assertThat(SameOutput.differences(SPARK, path("by-hand"), path("typed"))).isEmpty();
  }

  @Test
  void doesWhatItsGoldenPlanSays() {
    assertThatPlan(EcommercePipeline.of(config())).matchesGolden("plan.txt");
    assertThatText(EcommercePipeline.of(config()).toMermaid()).matchesGolden("diagram.mmd");
  }

  @Test
  void countsWhatItsGoldenReportSays() {
    assertThat(report).matchesGolden("report.txt");
  }

  @Test
  void accountsForEveryOrder() {
    assertThat(report.stages()).hasSize(3).allMatch(StageReport::conserved);
  }

  @Test
  void quarantinesTheOrdersWithoutPieces() {
    long rejected = report.stage("valid orders").orElseThrow().rejectedRows().orElseThrow();

    assertThat(rejected).isPositive();
    assertThat(SPARK.read().parquet(path("typed/rejected")).count()).isEqualTo(rejected);
  }

  @Test
  void countsWhatIsOnDisk() {
    for (EcommerceOutput output : EcommerceOutput.values()) {
      long rows = SPARK.read().parquet(output.in(path("typed"))).count();
      assertThat(report.sink(output.name().toLowerCase(java.util.Locale.ROOT)).orElseThrow().rows())
          .as(output.name())
          .hasValue(rows);
    }
  }

  @Test
  void readsItsTrunkBackInsteadOfComputingItAgain() {
    // once for the clean stage, and once more for the rejected rows
    assertThat(report.source("customers").orElseThrow().reads().orElseThrow()).isEqualTo(1);
  }

  private static EcommerceConfig config() {
    return EcommerceConfig.defaults().withInput(path("in")).withOutput(path("typed"));
  }

  private static String path(String name) {
    return directory.resolve(name).toString();
  }
}
