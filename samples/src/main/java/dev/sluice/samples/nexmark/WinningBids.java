package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.streaming.state.TopN;
import java.time.Duration;
import java.time.Instant;

/**
 * Query 9: the highest bid that came in time for each auction, the first if several are. It is known
 * when the longest auction that opened in the same ten seconds is over.
 */
final class WinningBids {

  private WinningBids() {}

  record WinningBid(
      long auction, String itemName, String description, long initialBid, long reserve,
      Instant opened, Instant expires, long seller, long category, String extra,
      long bidder, long price, Instant at, String bidExtra) {}

  // #region top
  static Stage<WinningBid> of(TimedStage<Auction> auctions, TimedStage<Bid> bids) {
    return TopN.of(inTime(auctions, bids))
        .every(TenSeconds.LENGTH)
        .per(WinningBid::auction)
        .first(1, desc(WinningBid::price), asc(WinningBid::at));
  }
  // #endregion

  private static TimedStage<WinningBid> inTime(TimedStage<Auction> auctions, TimedStage<Bid> bids) {
    return auctions
        .join(bids).on(Auction::id).equalTo(Bid::auction)
        .where((a, b) -> b.col(Bid::at).le(a.col(Auction::expires)))
        .within(Duration.ZERO, NexmarkEvents.LONGEST_AUCTION)
        .select((a, b) -> row(WinningBid::new).of(
            a.col(Auction::id), a.col(Auction::itemName), a.col(Auction::description),
            a.col(Auction::initialBid), a.col(Auction::reserve), a.col(Auction::at),
            a.col(Auction::expires), a.col(Auction::seller), a.col(Auction::category),
            a.col(Auction::extra), b.col(Bid::bidder), b.col(Bid::price), b.col(Bid::at),
            b.col(Bid::extra)))
        .timedBy(WinningBid::opened);
  }
}
