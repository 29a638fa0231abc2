package dev.sluice.samples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How long each of many events took from its source to the sink.
 *
 * @param sortedMicros of each event, the shortest first
 */
public record Latencies(List<Long> sortedMicros) {

  private static final double MICROS_OF_A_MILLISECOND = 1e3;

  /** Sorts what was measured, in any order. */
  public static Latencies of(LongStream micros) {
    return new Latencies(micros.sorted().boxed().toList());
  }

  /** How many events were measured. */
  public int count() {
    return sortedMicros.size();
  }

  /**
   * What so many percent of the events did not exceed, in milliseconds, by the nearest rank: 99 gives the slowest but
   * one of a hundred.
   *
   * @throws IllegalStateException if there are no events
   */
  public double percentile(double percent) {
    if (sortedMicros.isEmpty()) {
      throw new IllegalStateException("no latency was measured");
    }
    int rank = (int) Math.ceil(percent / 100 * sortedMicros.size());
    return sortedMicros.get(Math.max(rank, 1) - 1) / MICROS_OF_A_MILLISECOND;
  }

  /** A line for each contender, in milliseconds. Ends with a line feed. */
  public static String table(Map<String, Latencies> contenders) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("contender", "events", "p50 ms", "p95 ms", "p99 ms", "max ms"));
    contenders.forEach((contender, latencies) -> lines.add(latencies.line(contender)));
    return Text.table(lines);
  }

  private List<String> line(String contender) {
    return List.of(
        contender,
        Integer.toString(count()),
        Text.millis(percentile(50)),
        Text.millis(percentile(95)),
        Text.millis(percentile(99)),
        Text.millis(percentile(100)));
  }
}
