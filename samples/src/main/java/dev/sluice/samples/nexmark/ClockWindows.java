package dev.sluice.samples.nexmark;

import dev.sluice.Stage;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.streaming.state.Stateful;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Query 12: how often people bid in ten seconds of the machine's clock. When bids come decides in which
 * ten seconds they are; in a batch they all come at once.
 */
final class ClockWindows {

  private ClockWindows() {}

  record ClockWindow(long bidder, long bids, Instant from) {}

  record Open(Instant from, long bids) {}

  static Stage<ClockWindow> of(Stage<Bid> bids) {
    return Stateful.byClock(bids)
        .keyedBy(Bid::bidder)
        .keeping(Open.class)
        .process(
            ClockWindow.class,
            (bid, bidder) -> {
              Instant from = start(bidder.now());
              Open open = bidder.state().orElse(new Open(from, 0));
              if (!open.from().equals(from)) {
                bidder.emit(new ClockWindow(bidder.key(), open.bids(), open.from()));
                open = new Open(from, 0);
              }
              bidder.keep(new Open(from, open.bids() + 1));
              bidder.wakeAt(from.plus(TenSeconds.LENGTH));
            },
            (at, bidder) -> bidder.state()
                .filter(open -> open.from().plus(TenSeconds.LENGTH).equals(at))
                .ifPresent(open -> {
                  bidder.emit(new ClockWindow(bidder.key(), open.bids(), open.from()));
                  bidder.forget();
                }));
  }

  /** All bids of each person, in whichever seconds they came. */
  static List<ClockWindow> ofEachBidder(List<ClockWindow> rows) {
    Map<Long, Long> bids =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    ClockWindow::bidder, Collectors.summingLong(ClockWindow::bids)));
    return bids.keySet().stream()
        .map(bidder -> new ClockWindow(bidder, bids.get(bidder), Instant.EPOCH))
        .toList();
  }

  private static Instant start(Instant at) {
    return Instant
        .ofEpochMilli(at.toEpochMilli() - at.toEpochMilli() % TenSeconds.LENGTH.toMillis());
  }
}
