package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countIf;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Bid;
import java.time.Duration;
import java.time.Instant;

/** Query 17: the bids of each auction in each day, and their prices. */
final class AuctionStatistics {

  private static final Duration DAY = Duration.ofDays(1);

  private AuctionStatistics() {}

  record AuctionDay(
      long auction, Instant day, long bids, long firstBids, long secondBids, long thirdBids,
      long lowest, long highest, double average, long total) {}

  static Stage<AuctionDay> of(TimedStage<Bid> bids) {
    return bids
        .window(tumbling(DAY))
        .groupBy(Bid::auction)
        .aggregate(row(AuctionDay::new).of(
            key(Bid::auction),
            windowStart(),
            count(),
            countIf(PriceRanks.first()),
            countIf(PriceRanks.second()),
            countIf(PriceRanks.third()),
            min(Bid::price),
            max(Bid::price),
            avg(Bid::price),
            sum(Bid::price)));
  }
}
