package dev.sluice.samples.ecommerce;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatDescription;
import static dev.sluice.testkit.SluiceAssertions.assertThatText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.run.RunReport;
import dev.sluice.samples.ecommerce.HandWrittenEcommerce.Style;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs the typed job and the hand-written one on the same generated orders. */
@SparkTest
@Tag("smoke")
class EcommercePipelineTest {
  private static final OrderGenerator ORDERS = new OrderGenerator(3_000, 7);

  private static RunReport report;

  private final SparkSession spark;
  private final SparkKit kit;

  EcommercePipelineTest(SparkKit kit) {
    this.spark = kit.spark();
    this.kit = kit;
  }

  @BeforeAll
  static void runsBothJobs(SparkKit kit) {
    ORDERS.write(kit.spark(), kit.path("in"));
    new HandWrittenEcommerce(Style.EXPERT, Optional.empty())
        .run(kit.spark(), kit.path("in"), kit.path("by-hand"));
    report = EcommercePipeline.of(config(kit)).run(kit.spark());
  }

  @Test
  void givesTheRowsOfTheHandWrittenJob() {
    assertThat(SameOutput.differences(spark, kit.path("by-hand"), kit.path("typed"))).isEmpty();
  }

  /** Fingerprints go by what is read, so the places are the same in every run. */
  @Test
  void isTheSamePlanToTheLastConstant() {
    EcommerceConfig config = EcommerceConfig.defaults().withInput("/in").withOutput("/out");

    assertThatText(EcommercePipeline.of(config).plan().toJson()).matchesGolden("plan.json");
  }

  @Test
  void doesWhatItsGoldenPlanSays() {
    Pipeline pipeline = EcommercePipeline.of(config(kit));

    assertThatDescription(pipeline).matchesGolden("plan.txt");
    assertThatText(pipeline.toMermaid()).matchesGolden("diagram.mmd");
  }

  @Test
  void countsWhatItsGoldenReportSays() {
    assertThat(report).matchesGolden("report.txt");
  }

  @Test
  void accountsForEveryOrder() {
    assertThat(report.stages()).hasSize(3);
    assertThat(report).succeeded().isConserved();
  }

  @Test
  void quarantinesTheOrdersWithoutPieces() {
    long rejected = report.stage("valid orders").orElseThrow().rejectedRows().orElseThrow();

    assertThat(rejected).isPositive();
    assertThat(spark.read().parquet(kit.path("typed/rejected")).count()).isEqualTo(rejected);
  }

  @Test
  void countsWhatIsOnDisk() {
    for (EcommerceOutput output : EcommerceOutput.values()) {
      long rows = spark.read().parquet(output.in(kit.path("typed"))).count();
      assertThat(report).wroteRows(output.name().toLowerCase(Locale.ROOT), rows);
    }
  }

  @Test
  void readsItsTrunkBackInsteadOfComputingItAgain() {
    // once for the clean stage, and once more for the rejected rows
    assertThat(report.source("customers").orElseThrow().reads().orElseThrow()).isEqualTo(1);
  }

  private static EcommerceConfig config(SparkKit kit) {
    return EcommerceConfig.defaults().withInput(kit.path("in")).withOutput(kit.path("typed"));
  }
}
