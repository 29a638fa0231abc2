package dev.sluice.samples.segments;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.countIf;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;

import dev.sluice.Stage;
import dev.sluice.ml.Ml;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.train.Training;
import dev.sluice.samples.ads.model.AdEvent;

/** The model of segments: what it is told of a user, and how it is found. */
final class Audience {

  // #region features
  /** Most users do little and a few do much, so that it is the logarithm that tells them apart. */
  static final Features<Activity> FEATURES =
      Features.of(Activity.class)
          .number(Activity::events).log1p()
          .number(Activity::impressions).log1p()
          .number(Activity::clicks).log1p()
          .number(Activity::conversions).log1p()
          .number(Activity::averageBid)
          .number(Activity::cost).log1p()
          .number(Activity::revenue).log1p()
          .number(Activity::campaigns).log1p();
  // #endregion

  private Audience() {}

  /** What each user did, of valid events. */
  static Stage<Activity> activity(Stage<AdEvent> events) {
    return events
        .groupBy(AdEvent::userId)
        .aggregate(row(Activity::new).of(
            key(AdEvent::userId),
            count(),
            countIf(col(AdEvent::eventType).eq(AdEvent.IMPRESSION)),
            countIf(col(AdEvent::eventType).eq(AdEvent.CLICK)),
            countIf(col(AdEvent::eventType).eq(AdEvent.CONVERSION)),
            avg(AdEvent::bidPrice),
            sum(AdEvent::cost),
            sum(AdEvent::revenue),
            countDistinct(AdEvent::campaignId)))
        .named("activity");
  }

  // #region training
  /** As many segments as part the users best. */
  static Training<Activity, Activity, Segment> training(
      Stage<Activity> users, int least, int most) {
    return Ml.model("audience", FEATURES)
        .from(users)
        .segments(least, most)
        .output(
            o -> row(Segment::new).of(o.in(Activity::userId), o.segment(), o.distance()));
  }
  // #endregion
}
