package dev.sluice.samples.anomalies;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.countIf;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.expr.Group;
import dev.sluice.expr.LongExpr;
import dev.sluice.ml.Ml;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.train.Training;
import dev.sluice.samples.ads.model.AdEvent;

/** The model of odd users: what it is told of a user, and how it is found. */
final class OddUsers {

  /** Who was seen less often has no habits yet. */
  private static final long LEAST_EVENTS = 20;

  // #region features
  static final Features<Habits> FEATURES =
      Features.of(Habits.class)
          .number(Habits::events).log1p()
          .number(Habits::clicked)
          .number(Habits::converted)
          .number(Habits::averageBid).log1p()
          .number(Habits::adsInTen);
  // #endregion

  private OddUsers() {}

  /** The habits of each user who was seen often enough, of valid events. */
  static Stage<Habits> habits(Stage<AdEvent> events) {
    return events
        .groupBy(AdEvent::userId)
        .having(count(AdEvent.class).ge(LEAST_EVENTS))
        .aggregate(row(Habits::new).of(
            key(AdEvent::userId),
            count(),
            ofAll(countIf(col(AdEvent::eventType).eq(AdEvent.CLICK))),
            ofAll(countIf(col(AdEvent::eventType).eq(AdEvent.CONVERSION))),
            avg(AdEvent::bidPrice),
            ofAll(countDistinct(AdEvent::adId)).times(10)))
        .named("habits");
  }

  private static DoubleExpr<Group<AdEvent>> ofAll(LongExpr<Group<AdEvent>> some) {
    return some.tryDividedBy(count(AdEvent.class)).orElse(0.0);
  }

  // #region training
  static Training<Habits, Habits, OddUser> training(Stage<Habits> habits, double share) {
    return Ml.model("odd users", FEATURES)
        .from(habits)
        .anomalies().expectedShare(share)
        .output(
            o -> row(OddUser::new).of(
                o.in(Habits::userId), o.score(), o.isAnomalous(), o.reasons(2)));
  }
  // #endregion
}
