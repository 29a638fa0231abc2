package dev.sluice.samples.ads;

import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.ads.model.CampaignAttribution;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.junit.jupiter.api.Test;

@SparkTest
class AttributionTest {

  @Test
  void givesTheFirstAndTheLastTouchAllAndEachAnEvenPart(SparkKit kit) {
    Stage<CampaignAttribution> campaigns =
        attribution(
            kit,
            Given.impression(1, 7, 3, "02T12:00"),
            Given.click(2, 7, 4, "02T12:05"),
            Given.impression(3, 7, 3, "02T12:10"),
            Given.click(4, 7, 5, "02T12:15"),
            Given.conversion(5, 7, 9, "02T12:20", 20.0));

    assertThat(campaigns)
        .keyedBy(CampaignAttribution::campaignId)
        .hasRows(
            new CampaignAttribution(3, 1, 20.0, 0, 0.0, 0.5, 10.0),
            new CampaignAttribution(4, 0, 0.0, 0, 0.0, 0.25, 5.0),
            new CampaignAttribution(5, 0, 0.0, 1, 20.0, 0.25, 5.0));
  }

  @Test
  void looksBackTwentyFourHoursToTheMinute(SparkKit kit) {
    Stage<CampaignAttribution> campaigns =
        attribution(
            kit,
            Given.click(1, 7, 3, "01T11:59"), // a minute too early
            Given.click(2, 7, 4, "01T12:00"),
            Given.conversion(3, 7, 9, "02T12:00", 20.0),
            Given.click(4, 7, 5, "02T12:00"), // at the same time
            Given.click(5, 7, 6, "02T12:01")); // too late

    assertThat(campaigns)
        .keyedBy(CampaignAttribution::campaignId)
        .hasRows(
            new CampaignAttribution(4, 1, 20.0, 0, 0.0, 0.5, 10.0),
            new CampaignAttribution(5, 0, 0.0, 1, 20.0, 0.5, 10.0));
  }

  @Test
  void givesATouchCreditForEachConversionThatFollows(SparkKit kit) {
    Stage<CampaignAttribution> campaigns =
        attribution(
            kit,
            Given.click(1, 7, 3, "02T12:00"),
            Given.conversion(2, 7, 9, "02T12:10", 20.0),
            Given.conversion(3, 7, 9, "02T12:20", 8.0));

    assertThat(campaigns).hasRows(new CampaignAttribution(3, 2, 28.0, 2, 28.0, 2.0, 28.0));
  }

  @Test
  void givesNothingForTouchesOfOtherUsersNorForConversionsAsTouches(SparkKit kit) {
    Stage<CampaignAttribution> campaigns =
        attribution(
            kit,
            Given.click(1, 8, 3, "02T12:00"),
            Given.conversion(2, 7, 9, "02T12:10", 20.0),
            Given.conversion(3, 7, 9, "02T12:20", 8.0));

    assertThat(campaigns).isEmpty();
  }

  @Test
  void ordersTouchesOfOneTimeByTheirId(SparkKit kit) {
    Stage<CampaignAttribution> campaigns =
        attribution(
            kit,
            Given.click(2, 7, 4, "02T12:00"),
            Given.click(1, 7, 3, "02T12:00"),
            Given.conversion(3, 7, 9, "02T12:10", 20.0));

    assertThat(campaigns)
        .keyedBy(CampaignAttribution::campaignId)
        .hasRows(
            new CampaignAttribution(3, 1, 20.0, 0, 0.0, 0.5, 10.0),
            new CampaignAttribution(4, 0, 0.0, 1, 20.0, 0.5, 10.0));
  }

  private static Stage<CampaignAttribution> attribution(SparkKit kit, AdEvent... events) {
    return Attribution.byCampaign(EventCleaning.events(kit.rows(AdEvent.class, events)));
  }
}
