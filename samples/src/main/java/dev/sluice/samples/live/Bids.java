package dev.sluice.samples.live;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowEnd;
import static dev.sluice.Dsl.windowStart;

import dev.sluice.Stage;
import dev.sluice.samples.live.model.Bid;
import dev.sluice.samples.live.model.BidStats;
import java.time.Duration;

/** The bids of each campaign in each minute. */
final class Bids {

  private Bids() {}

  /** How many, and at which prices; bids may be ten minutes late. */
  static Stage<BidStats> byMinute(Stage<Bid> bids) {
    return bids
        .eventTime(Bid::timestamp, Duration.ofMinutes(10))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Bid::campaignId)
        .aggregate(row(BidStats::new).of(
            windowStart(), windowEnd(), key(Bid::campaignId),
            count(), avg(Bid::bidPrice), max(Bid::bidPrice), min(Bid::bidPrice)));
  }
}
