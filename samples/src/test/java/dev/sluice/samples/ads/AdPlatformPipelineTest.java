package dev.sluice.samples.ads;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatDescription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.run.RunReport;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.ads.model.CampaignAttribution;
import dev.sluice.samples.ads.model.CampaignPerformance;
import dev.sluice.samples.ads.model.UserBehaviour;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the job on generated events, which plain Java counts as well. */
@SparkTest
class AdPlatformPipelineTest {

  private static final long ROWS = 4_000;
  private static final long SEED = 7;

  private static PlainAdPlatform expected;
  private static RunReport report;

  private final SparkKit kit;

  AdPlatformPipelineTest(SparkKit kit) {
    this.kit = kit;
  }

  @BeforeAll
  static void runsTheJob(SparkKit kit) {
    AdEvents events = AdEvents.ofThirtyDays(ROWS, SEED);
    AdFaults faults = new AdFaults(SEED);
    expected =
        new PlainAdPlatform(
            LongStream.range(0, ROWS)
                .mapToObj(number -> faults.arrivals(events.event(number)))
                .flatMap(List::stream)
                .toList());
    GenerateAds.pipeline(ROWS, SEED, kit.path("in")).run(kit.spark());
    report = AdPlatformPipeline.of(kit.path("in"), kit.path("out")).run(kit.spark());
  }

  @Test
  void keepsTheEventsThatPlainJavaKeeps() {
    assertThat(written("valid_events"), AdEvent.class)
        .keyedBy(AdEvent::eventId)
        .hasRows(expected.valid());
  }

  @Test
  void measuresCampaignsAsPlainJavaDoes() {
    assertThat(written("campaign_performance"), CampaignPerformance.class)
        .keyedBy(CampaignPerformance::campaignId)
        .hasRows(expected.performance());
  }

  @Test
  void seesUsersBehaveAsPlainJavaDoes() {
    assertThat(written("user_behaviour"), UserBehaviour.class)
        .keyedBy(UserBehaviour::userId)
        .hasRows(expected.behaviour());
  }

  /** Thirds and the like are not exact, so their sum depends on the order. */
  @Test
  void attributesConversionsAsPlainJavaDoes() {
    assertThat(written("attribution"), CampaignAttribution.class)
        .keyedBy(CampaignAttribution::campaignId)
        .numbersWithinRelative(1e-9)
        .hasRows(expected.attribution());
  }

  @Test
  void givesOutEachConversionOnceByEachModel() {
    Row sums =
        written("attribution")
            .selectExpr(
                "sum(first_touch_conversions)",
                "sum(last_touch_conversions)",
                "round(sum(linear_conversions), 6)")
            .first();

    assertThat(sums.getLong(0)).isPositive().isEqualTo(sums.getLong(1));
    assertThat(sums.getDouble(2)).isEqualTo(sums.getLong(0));
  }

  @Test
  void countsWhatItsGoldenReportSays() {
    assertThat(report).matchesGolden("report.txt");
  }

  @Test
  void doesWhatItsGoldenPlanSays() {
    assertThatDescription(AdPlatformPipeline.of("/in", "/out")).matchesGolden("plan.txt");
  }

  @Test
  void accountsForEveryEventAndQuarantinesTheInvalidOnes() {
    long rejected = report.stage("valid events").orElseThrow().rejectedRows().orElseThrow();

    assertThat(report).succeeded().isConserved();
    assertThat(rejected).isPositive();
    assertThat(written("rejected").count()).isEqualTo(rejected);
  }

  private Dataset<Row> written(String output) {
    SparkSession spark = kit.spark();
    return spark.read().parquet(kit.path("out/" + output));
  }
}
