package dev.sluice.samples.ads;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.samples.ads.model.UserActivity;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@SparkTest
class SegmentsTest {

  private record Segment(long userId, String name) {}

  @Test
  void changesAboveEachLimitAndTakesTheFirstThatFits(SparkKit kit) {
    List<UserActivity> users =
        List.of(
            user(1, 0, 21, 6, 100.25),
            user(2, 0, 21, 6, 100.0),
            user(3, 0, 11, 5, 1_000.0),
            user(4, 0, 11, 1, 0.0),
            user(5, 60, 10, 1, 0.0),
            user(6, 60, 21, 0, 0.0),
            user(7, 51, 20, 0, 0.0),
            user(8, 50, 20, 0, 0.0),
            user(9, 51, 10, 6, 101.0));

    Stage<Segment> segments =
        kit.rows(UserActivity.class, users)
            .select(row(Segment::new).of(col(UserActivity::userId), Segments.segment()));

    assertThat(segments)
        .keyedBy(Segment::userId)
        .hasRows(
            new Segment(1, "High Value"),
            new Segment(2, "Active Converter"),
            new Segment(3, "Active Converter"),
            new Segment(4, "Active Converter"),
            new Segment(5, "Viewer"),
            new Segment(6, "Active Clicker"),
            new Segment(7, "Viewer"),
            new Segment(8, "Low Engagement"),
            new Segment(9, "High Value"));
  }

  private static UserActivity user(
      long id, long impressions, long clicks, long conversions, double revenue) {
    return new UserActivity(
        id, 1, 0, impressions, clicks, conversions, 1, 1, 0.0, revenue, "mobile", "PT", "25-34",
        "female");
  }
}
