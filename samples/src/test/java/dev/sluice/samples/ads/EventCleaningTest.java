package dev.sluice.samples.ads;

import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@SparkTest
class EventCleaningTest {

  private static final Instant NOON = Given.march("02T12:00");

  @Test
  void mendsTextsAndAmounts(SparkKit kit) {
    var arrived =
        new AdEvent(
            1, 7L, 3, 30, NOON, " CLICK ", null, null, null, "pt", null, null, null, 2.0, 2.0,
            null);

    assertThat(EventCleaning.events(kit.rows(AdEvent.class, arrived)))
        .hasRows(
            new AdEvent(
                1, 7L, 3, 30, NOON, "click", "unknown", "unknown", "unknown", "PT", "unknown",
                "unknown", "unknown", 2.0, 2.0, 0.0));
  }

  @Test
  void rejectsWhatCannotBeUsedWithAllReasons(SparkKit kit) {
    AdEvent noUser = arrived(1, null, NOON, "click", 2.0, 0.0);
    AdEvent noTime = arrived(2, 7L, null, "click", 2.0, 0.0);
    AdEvent unknownType = arrived(3, 7L, NOON, "view", 2.0, 0.0);
    AdEvent noType = arrived(4, 7L, NOON, null, 2.0, 0.0);
    AdEvent negative = arrived(5, 7L, NOON, "click", -2.0, 0.0);
    AdEvent earningClick = arrived(6, 7L, NOON, "click", 2.0, 1.0);
    AdEvent allWrong = arrived(7, null, null, "view", -2.0, 1.0);
    AdEvent valid = arrived(8, 7L, NOON, "conversion", 0.0, 9.5);

    assertThat(
        EventCleaning.events(
            kit.rows(
                AdEvent.class,
                noUser, noTime, unknownType, noType, negative, earningClick, allWrong, valid)))
        .hasCount(1)
        .hasRejectedCount(7)
        .rejects(noUser).because("has a user")
        .rejects(noTime).because("has a time")
        .rejects(unknownType).because("known type")
        .rejects(noType).because("known type")
        .rejects(negative).because("no negative amount")
        .rejects(earningClick).because("revenue of conversions only")
        .rejects(allWrong).because(
            "has a user",
            "has a time",
            "known type",
            "no negative amount",
            "revenue of conversions only");
  }

  @Test
  void keepsOneOfAnEventThatArrivedTwice(SparkKit kit) {
    AdEvent event = Given.click(1, 7, 3, "02T12:00");
    AdEvent other = Given.click(2, 7, 3, "02T12:00");

    assertThat(EventCleaning.events(kit.rows(AdEvent.class, event, event, other)))
        .hasRows(event, other)
        .rejectsNothing();
  }

  private static AdEvent arrived(
      long id, Long user, Instant time, String type, Double cost, Double revenue) {
    return new AdEvent(
        id, user, 3, 30, time, type, "mobile", "iOS", "Safari", "PT", "Porto", "25-34", "other",
        2.0, cost, revenue);
  }
}
