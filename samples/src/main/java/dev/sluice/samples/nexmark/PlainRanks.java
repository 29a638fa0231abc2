package dev.sluice.samples.nexmark;

import dev.sluice.samples.nexmark.model.Bid;
import java.util.ArrayList;
import java.util.List;

/** In plain Java, over lists: bids by ranks of prices, and how many different ones there are. */
final class PlainRanks {

  private PlainRanks() {}

  /** Those of the first, the second and the third rank. */
  static List<List<Bid>> of(List<Bid> bids) {
    List<List<Bid>> ranks = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Bid bid : bids) {
      ranks.get(bid.price() < 10_000 ? 0 : bid.price() < 1_000_000 ? 1 : 2).add(bid);
    }
    return ranks;
  }

  static int bidders(List<Bid> bids) {
    return (int) bids.stream().mapToLong(Bid::bidder).distinct().count();
  }

  static int auctions(List<Bid> bids) {
    return (int) bids.stream().mapToLong(Bid::auction).distinct().count();
  }
}
