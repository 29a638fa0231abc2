package dev.sluice.samples.ysb;

import dev.sluice.samples.bench.Latencies;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What came to a sink, and how long it took. */
final class Arrivals {

  /**
   * Something that came to a sink.
   *
   * @param due when it could have come, had nothing taken any time
   * @param views of how many views it tells
   * @param came when it came
   */
  private record Arrival(Instant due, long views, Instant came) {}

  private final List<Arrival> arrivals = new ArrayList<>();

  /** Takes down that something came just now. */
  synchronized void came(Instant due, long views) {
    arrivals.add(new Arrival(due, views, Instant.now()));
  }

  /**
   * Checks that nothing was lost and nothing came twice.
   *
   * @param sent how many views were sent
   * @param end what was due later does not count
   * @throws IllegalStateException if they are others
   */
  synchronized void requireViews(long sent, Instant end) {
    long views =
        arrivals.stream().filter(a -> a.due().isBefore(end)).mapToLong(Arrival::views).sum();
    if (views != sent) {
      throw new IllegalStateException(
          "%,d views were sent, and %,d came to the sink".formatted(sent, views));
    }
  }

  /** How long that took which was due from one moment to another. */
  synchronized Latencies between(Instant from, Instant to) {
    return Latencies.of(
        arrivals.stream()
            .filter(arrival -> !arrival.due().isBefore(from) && arrival.due().isBefore(to))
            .mapToLong(arrival -> ChronoUnit.MICROS.between(arrival.due(), arrival.came())));
  }
}
