package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.samples.nexmark.model.Bid;

/** Query 2: the bids of every 123rd auction. */
final class Selection {

  private static final long EVERY = 123;

  private Selection() {}

  record Selected(long auction, long price) {}

  static Stage<Selected> of(Stage<Bid> bids) {
    return bids
        .filter(col(Bid::auction).mod(EVERY).eq(0))
        .select(row(Selected::new).of(col(Bid::auction), col(Bid::price)));
  }
}
