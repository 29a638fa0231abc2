package dev.sluice.samples.ads;

import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.ads.model.CampaignPerformance;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.junit.jupiter.api.Test;

/** An impression costs 0.25 here, a click 2, a conversion nothing. */
@SparkTest
class CampaignReportTest {

  @Test
  void turnsTypesIntoColumnsAndDividesThem(SparkKit kit) {
    Stage<AdEvent> events =
        EventCleaning.events(
            kit.rows(
                AdEvent.class,
                Given.impression(1, 7, 3, "02T12:00"),
                Given.impression(2, 7, 3, "02T12:01"),
                Given.impression(3, 8, 3, "02T12:02"),
                Given.impression(4, 8, 3, "02T12:03"),
                Given.click(5, 7, 3, "02T12:04"),
                Given.click(6, 8, 3, "02T12:05"),
                Given.conversion(7, 7, 3, "02T12:06", 20.0),
                Given.impression(8, 7, 4, "02T12:07")));

    assertThat(CampaignReport.performance(events))
        .keyedBy(CampaignPerformance::campaignId)
        .hasRows(
            new CampaignPerformance(
                3, 4, 2, 1, 1.0, 4.0, 0.0, 0.0, 0.0, 20.0, 5.0, 20.0, 0.5, 0.5, 2.5, 5.0, 4.0),
            new CampaignPerformance(
                4, 1, 0, 0, 0.25, 0.0, 0.0, 0.0, 0.0, 0.0, 0.25, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0));
  }

  @Test
  void givesZeroWhereverTheDivisorIsZero(SparkKit kit) {
    Stage<AdEvent> events =
        EventCleaning.events(
            kit.rows(AdEvent.class, Given.conversion(1, 7, 3, "02T12:00", 20.0)));

    assertThat(CampaignReport.performance(events))
        .hasRows(
            new CampaignPerformance(
                3, 0, 0, 1, 0.0, 0.0, 0.0, 0.0, 0.0, 20.0, 0.0, 20.0, 0.0, 0.0, 0.0, 0.0, 0.0));
  }
}
