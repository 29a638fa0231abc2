package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.streaming.state.Stateful;
import java.util.ArrayList;
import java.util.List;

/**
 * Query 7: the highest bid of each ten seconds; all of them, if several are. A stream cannot join rows
 * with the groups of their window, so it is a function with state.
 */
final class HighestBids {

  private HighestBids() {}

  record Highest(List<Bid> bids) {

    Highest with(Bid bid) {
      long price = bids.get(0).price();
      if (bid.price() == price) {
        List<Bid> all = new ArrayList<>(bids);
        all.add(bid);
        return new Highest(all);
      }
      return bid.price() > price ? new Highest(List.of(bid)) : this;
    }
  }

  // #region state
  static Stage<Bid> of(TimedStage<Bid> bids) {
    return Stateful.timed(bids)
        .keyedBy(row(TenSeconds::new).of(TenSeconds.of(col(Bid::at))))
        .keeping(Highest.class)
        .process(
            Bid.class,
            (bid, window) -> {
              window.keep(
                  window.state()
                      .map(highest -> highest.with(bid))
                      .orElseGet(() -> new Highest(List.of(bid))));
              window.wakeAt(window.key().end());
            },
            (at, window) -> {
              window.state().orElseThrow().bids().forEach(window::emit);
              window.forget();
            });
  }
  // #endregion
}
