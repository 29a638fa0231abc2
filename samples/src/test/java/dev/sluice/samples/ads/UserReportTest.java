package dev.sluice.samples.ads;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.ads.model.UserBehaviour;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.junit.jupiter.api.Test;

@SparkTest
class UserReportTest {

  private record Visits(long userId, long sessions) {}

  @Test
  void sumsUpWhatAUserDid(SparkKit kit) {
    Stage<UserBehaviour> users =
        behaviour(
            kit,
            Given.click(2, 7, 3, "02T12:05"),
            Given.from(Given.impression(1, 7, 3, "02T12:00"), "tablet", "ES", "18-24", "male"),
            Given.conversion(3, 7, 3, "02T12:10", 20.0),
            Given.impression(4, 7, 4, "03T12:00"),
            Given.impression(5, 8, 4, "03T12:00"));

    assertThat(users)
        .keyedBy(UserBehaviour::userId)
        .hasRows(
            new UserBehaviour(
                7, 2, 4, 2, 1, 1, 2, 2, 2.5, 20.0, "tablet", "ES", "18-24", "male",
                "Low Engagement"),
            new UserBehaviour(
                8, 1, 1, 1, 0, 0, 1, 1, 0.25, 0.0, "mobile", "PT", "25-34", "female",
                "Low Engagement"));
  }

  @Test
  void splitsSessionsWhereAPauseIsLongerThanThirtyMinutes(SparkKit kit) {
    Stage<UserBehaviour> users =
        behaviour(
            kit,
            Given.impression(1, 7, 3, "02T12:00"),
            Given.impression(2, 7, 3, "02T12:30"), // not longer
            Given.impression(3, 7, 3, "02T13:01"), // longer by a minute
            Given.impression(4, 8, 3, "02T12:45"), // another user does not fill the pause
            Given.impression(5, 7, 3, "02T23:50"),
            Given.impression(6, 7, 3, "03T00:10")); // midnight splits nothing

    assertThat(users.select(row(Visits::new)
        .of(col(UserBehaviour::userId), col(UserBehaviour::sessions))))
        .keyedBy(Visits::userId)
        .hasRows(new Visits(7, 3), new Visits(8, 1));
  }

  @Test
  void takesTheSmallerIdForTheFirstOfTwoEventsAtOneTime(SparkKit kit) {
    Stage<UserBehaviour> users =
        behaviour(
            kit,
            Given.from(Given.impression(2, 7, 3, "02T12:00"), "tablet", "ES", "18-24", "male"),
            Given.impression(1, 7, 3, "02T12:00"));

    assertThat(users.filter(col(UserBehaviour::firstDevice).eq("mobile")))
        .hasCount(1);
  }

  private static Stage<UserBehaviour> behaviour(SparkKit kit, AdEvent... events) {
    return UserReport.behaviour(EventCleaning.events(kit.rows(AdEvent.class, events)));
  }
}
