package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countIf;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Bid;
import java.time.Duration;
import java.time.Instant;

/** Query 16: the same as query 15 for each channel, and the last minute with a bid. */
final class ChannelStatistics {

  private static final Duration DAY = Duration.ofDays(1);

  private ChannelStatistics() {}

  record ChannelDay(
      String channel, Instant day, String minute,
      long bids, long firstBids, long secondBids, long thirdBids,
      int bidders, int firstBidders, int secondBidders, int thirdBidders,
      int auctions, int firstAuctions, int secondAuctions, int thirdAuctions) {}

  static Stage<ChannelDay> of(TimedStage<Bid> bids) {
    return bids
        .window(tumbling(DAY))
        .groupBy(Bid::channel)
        .aggregate(row(ChannelDay::new).of(
            key(Bid::channel),
            windowStart(),
            max(col(Bid::at).format("HH:mm")),
            count(),
            countIf(PriceRanks.first()),
            countIf(PriceRanks.second()),
            countIf(PriceRanks.third()),
            PriceRanks.distinct(col(Bid::bidder)),
            PriceRanks.distinct(col(Bid::bidder), PriceRanks.first()),
            PriceRanks.distinct(col(Bid::bidder), PriceRanks.second()),
            PriceRanks.distinct(col(Bid::bidder), PriceRanks.third()),
            PriceRanks.distinct(col(Bid::auction)),
            PriceRanks.distinct(col(Bid::auction), PriceRanks.first()),
            PriceRanks.distinct(col(Bid::auction), PriceRanks.second()),
            PriceRanks.distinct(col(Bid::auction), PriceRanks.third())));
  }
}
