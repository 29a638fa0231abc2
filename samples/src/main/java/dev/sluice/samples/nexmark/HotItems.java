package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.collectList;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sliding;
import static dev.sluice.Dsl.struct;
import static dev.sluice.Dsl.udf;
import static dev.sluice.Dsl.windowEnd;
import static dev.sluice.Dsl.windowStart;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.expr.Udf;
import dev.sluice.samples.nexmark.model.Bid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Query 5: every two seconds the auctions with the most bids of the last ten. The choice is made in
 * one row of a window, since a stream cannot group the groups of a window again.
 */
final class HotItems {

  private static final Duration LENGTH = Duration.ofSeconds(10);
  private static final Duration SLIDE = Duration.ofSeconds(2);

  private static final Udf<InWindow, Hottest> HOTTEST =
      udf("hottest", InWindow.class, Hottest.class, InWindow::hottest);

  private HotItems() {}

  record HotItem(Instant from, Instant until, Hottest hottest) {}

  /**
   * The auctions that have the most bids.
   *
   * @param auctions all that have so many, ascending
   * @param bids how many each of them has
   */
  record Hottest(List<Long> auctions, long bids) {}

  record InWindow(Instant from, Instant until, List<Long> auctions) {

    Hottest hottest() {
      Map<Long, Long> bids =
          auctions.stream()
              .collect(Collectors.groupingBy(auction -> auction, Collectors.counting()));
      long most = bids.values().stream().mapToLong(Long::longValue).max().orElse(0);
      return new Hottest(
          bids.keySet().stream().filter(auction -> bids.get(auction) == most).sorted().toList(),
          most);
    }
  }

  static Stage<HotItem> of(TimedStage<Bid> bids) {
    return bids
        .window(sliding(LENGTH, SLIDE))
        .aggregate(row(InWindow::new).of(
            windowStart(), windowEnd(), collectList(col(Bid::auction))))
        .select(row(HotItem::new).of(
            col(InWindow::from),
            col(InWindow::until),
            HOTTEST.call(struct(row(InWindow::new).of(
                col(InWindow::from), col(InWindow::until), col(InWindow::auctions))))));
  }
}
