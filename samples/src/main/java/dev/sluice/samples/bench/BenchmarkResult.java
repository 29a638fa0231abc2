package dev.sluice.samples.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The measured runs of a benchmark and what follows from them.
 *
 * @param name the benchmark's name
 * @param measurements for each contender, baseline first, its runs in the order of the rounds
 * @param cost what the contenders are compared by
 */
public record BenchmarkResult(String name, Map<String, List<Measurement>> measurements, Cost cost) {

  /** Copies the measurements and keeps their order. */
  public BenchmarkResult {
    Map<String, List<Measurement>> copy = new LinkedHashMap<>();
    measurements.forEach((contender, runs) -> copy.put(contender, List.copyOf(runs)));
    measurements = Collections.unmodifiableMap(copy);
  }

  /** The median of a figure over a contender's runs, for example of {@code seconds}. */
  public double median(String contender, ToDoubleFunction<Measurement> figure) {
    return median(runsOf(contender).stream().mapToDouble(figure).toArray());
  }

  /** The median over the rounds of the contender's cost divided by the baseline's. */
  public double ratio(String contender) {
    List<Measurement> baseline = measurements.values().iterator().next();
    List<Measurement> runs = runsOf(contender);
    return median(
        IntStream.range(0, runs.size())
            .mapToDouble(round -> cost.of(runs.get(round)) / cost.of(baseline.get(round)))
            .toArray());
  }

  /** A line for each contender: seconds, processor seconds, heap, ratio. Ends with a line feed. */
  public String table() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of("contender", "median s", "min s", "max s", "cpu s", "peak heap MiB", "ratio"));
    for (String contender : measurements.keySet()) {
      lines.add(
          List.of(
              contender,
              Text.seconds(median(contender, Measurement::seconds)),
              Text.seconds(seconds(contender).min().orElseThrow()),
              Text.seconds(seconds(contender).max().orElseThrow()),
              Text.seconds(median(contender, Measurement::cpuSeconds)),
              Text.mebibytes(median(contender, Measurement::peakHeapBytes)),
              Text.ratio(ratio(contender))));
    }
    return Text.table(lines);
  }

  /** {@code NAME: ratio X (median of N)}, about the first contender after the baseline. */
  public String lastLine() {
    String first = measurements.keySet().stream().skip(1).findFirst().orElseThrow();
    return String.format(
        "%s: ratio %s (median of %d)", name, Text.ratio(ratio(first)), runsOf(first).size());
  }

  private DoubleStream seconds(String contender) {
    return runsOf(contender).stream().mapToDouble(Measurement::seconds);
  }

  private List<Measurement> runsOf(String contender) {
    List<Measurement> runs = measurements.get(contender);
    if (runs == null) {
      throw new IllegalArgumentException(
          "no contender \"" + contender + "\" in " + measurements.keySet());
    }
    return runs;
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
