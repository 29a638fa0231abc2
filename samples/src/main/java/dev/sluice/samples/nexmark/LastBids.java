package dev.sluice.samples.nexmark;

import dev.sluice.Stage;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.streaming.state.Latest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Query 18: the last bid of each person for each auction. It replaces the one before. */
final class LastBids {

  private LastBids() {}

  static Stage<Bid> of(Stage<Bid> bids) {
    return Latest.of(bids).per(Bid::bidder, Bid::auction).by(Bid::at);
  }

  /** What a stream has given in the end. */
  static List<Bid> last(List<Bid> rows) {
    Map<List<Long>, Bid> last = new LinkedHashMap<>();
    rows.forEach(bid -> last.put(List.of(bid.bidder(), bid.auction()), bid));
    return List.copyOf(last.values());
  }
}
