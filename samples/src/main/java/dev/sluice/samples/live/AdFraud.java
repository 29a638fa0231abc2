package dev.sluice.samples.live;

import static dev.sluice.Dsl.approxCountDistinct;
import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.when;
import static dev.sluice.Dsl.windowStart;

import dev.sluice.Stage;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.samples.live.model.Bid;
import dev.sluice.samples.live.model.FraudScore;
import dev.sluice.samples.live.model.UserActivity;
import java.time.Duration;

/** Bids that look like fraud: the same few ads again and again, very often, or very dear. */
final class AdFraud {

  private static final double SUSPECT = 0.5;

  private AdFraud() {}

  /** The users and campaigns of each minute that look like fraud; bids may be five minutes late. */
  static Stage<FraudScore> suspects(Stage<Bid> bids) {
    return activity(bids)
        .select(row(FraudScore::new).of(
            col(UserActivity::from),
            col(UserActivity::userId),
            col(UserActivity::campaignId),
            col(UserActivity::events),
            score()))
        .filter(col(FraudScore::score).gt(SUSPECT));
  }

  private static Stage<UserActivity> activity(Stage<Bid> bids) {
    return bids
        .eventTime(Bid::timestamp, Duration.ofMinutes(5))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Bid::userId, Bid::campaignId)
        .aggregate(row(UserActivity::new).of(
            windowStart(), key(Bid::userId), key(Bid::campaignId),
            count(), approxCountDistinct(Bid::adId), avg(Bid::bidPrice)));
  }

  private static DoubleExpr<UserActivity> score() {
    return when(col(UserActivity::events).gt(100L)).then(0.9)
        .when(col(UserActivity::ads).lt(2L)).then(0.7)
        .when(col(UserActivity::averagePrice).gt(10.0)).then(0.6)
        .otherwise(0.1);
  }
}
