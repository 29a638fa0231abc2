package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Bid;
import java.time.Duration;
import java.time.Instant;

/**
 * Query 20: bids, each with its auction, of one category. A stream has to forget, so they are at most a
 * day apart.
 */
final class ExpandedBids {

  private static final long CATEGORY = 10;
  private static final Duration DAY = Duration.ofDays(1);

  private ExpandedBids() {}

  record ExpandedBid(
      long auction, long bidder, long price, String channel, String url, Instant at, String extra,
      String itemName, String description, long initialBid, long reserve,
      Instant opened, Instant expires, long seller, long category, String auctionExtra) {}

  static Stage<ExpandedBid> of(TimedStage<Auction> auctions, TimedStage<Bid> bids) {
    return bids
        .join(auctions.filter(col(Auction::category).eq(CATEGORY)))
        .on(Bid::auction).equalTo(Auction::id)
        .within(DAY.negated(), DAY)
        .select((b, a) -> row(ExpandedBid::new).of(
            b.col(Bid::auction), b.col(Bid::bidder), b.col(Bid::price), b.col(Bid::channel),
            b.col(Bid::url), b.col(Bid::at), b.col(Bid::extra),
            a.col(Auction::itemName), a.col(Auction::description), a.col(Auction::initialBid),
            a.col(Auction::reserve), a.col(Auction::at), a.col(Auction::expires),
            a.col(Auction::seller), a.col(Auction::category), a.col(Auction::extra)));
  }
}
