package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.row;

import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Bid;
import java.time.Duration;
import java.time.Instant;

/** Bids that count, which were made while their auction was open: what queries 4 and 6 begin with. */
final class Offers {

  private Offers() {}

  record Offer(
      long auction, long category, long seller, Instant expires, long price, Instant at) {}

  static TimedStage<Offer> of(TimedStage<Auction> auctions, TimedStage<Bid> bids) {
    return auctions
        .join(bids).on(Auction::id).equalTo(Bid::auction)
        .where((a, b) -> b.col(Bid::at).le(a.col(Auction::expires)))
        .within(Duration.ZERO, NexmarkEvents.LONGEST_AUCTION)
        .select((a, b) -> row(Offer::new).of(
            a.col(Auction::id), a.col(Auction::category), a.col(Auction::seller),
            a.col(Auction::expires), b.col(Bid::price), b.col(Bid::at)))
        .timedBy(Offer::at);
  }
}
