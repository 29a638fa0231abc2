package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.desc;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.streaming.state.TopN;
import java.time.Duration;

/**
 * Query 19: the ten highest bids of each auction. A stream has to know when they are final, so they are
 * those of a week.
 */
final class TopBids {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final int TEN = 10;

  private TopBids() {}

  static Stage<Bid> of(TimedStage<Bid> bids) {
    return TopN.of(bids)
        .every(WEEK)
        .per(Bid::auction)
        .first(TEN, desc(Bid::price), asc(Bid::at));
  }
}
