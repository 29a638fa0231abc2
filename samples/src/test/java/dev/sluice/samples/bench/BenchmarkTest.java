package dev.sluice.samples.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
  private final List<String> calls = new ArrayList<>();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

  @Test
  void takesTurnsAndChangesTheOrderEveryRound() throws Exception {
    twoContenders().warmups(1).runs(2).run(out, clock(1, 1, 1, 1, 1, 1));

    assertThat(calls).containsExactly("slow", "fast", "fast", "slow", "slow", "fast");
  }

  @Test
  void takesTheMedianOfTheRatiosOfTheRounds() throws Exception {
    // rounds, in the order of running: (slow 8, fast 4), (fast 3, slow 4), (slow 10, fast 1)
    BenchmarkResult result = twoContenders().warmups(0).runs(3).run(out, clock(8, 4, 3, 4, 10, 1));

    assertThat(result.ratio("fast")).isEqualTo(0.5, within(1e-9));
    assertThat(result.median("slow", Measurement::seconds)).isEqualTo(8.0);
  }

  @Test
  void endsWithTheTableAndTheRatio() throws Exception {
    twoContenders().warmups(1).runs(1).run(out, clock(9, 9, 3, 4));

    assertThat(output.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            machine -> assertThat(machine).startsWith("machine: ").contains("cores", "Spark"),
            warmUp -> assertThat(warmUp).isEqualTo("warm-up  slow 9.000 s  fast 9.000 s"),
            run -> assertThat(run).isEqualTo("run 1  fast 3.000 s  slow 4.000 s"),
            head -> assertThat(head).startsWith("contender  median s"),
            slow -> assertThat(slow).matches("slow .* 4\\.000 .* 1\\.00"),
            fast -> assertThat(fast).matches("fast .* 3\\.000 .* 0\\.75"),
            last -> assertThat(last).isEqualTo("example: ratio 0.75 (median of 1)"));
  }

  @Test
  void preparesEachRun() throws Exception {
    twoContenders().before(() -> calls.add("before")).warmups(0).runs(1).run(out, clock(1, 1));

    assertThat(calls).containsExactly("before", "slow", "before", "fast");
  }

  @Test
  void refusesToCompareContendersWithDifferentResults() {
    Benchmark unlike =
        Benchmark.named("example").baseline("one", () -> 1).contender("two", () -> 2);

    assertThatThrownBy(() -> unlike.run(out))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("do not do the same work: one gave <1>, two gave <2>");
  }

  @Test
  void refusesABaselineAlone() {
    Benchmark alone = Benchmark.named("example").baseline("one", () -> 1);

    assertThatThrownBy(() -> alone.run(out)).hasMessageContaining("add a contender");
  }

  @Test
  void measuresWallClockAndHeapOfThisProcess() throws Exception {
    Meter.Reading reading = Meter.ofThisProcess().measure(() -> new byte[8 << 20].length);

    assertThat(reading.fingerprint()).isEqualTo(8 << 20);
    assertThat(reading.measurement().seconds()).isPositive();
    assertThat(reading.measurement().peakHeapBytes()).isGreaterThan(8 << 20);
  }

  @Test
  void measuresTheProcessorTimeOfProcessesThatEnded() throws Exception {
    Task busy =
        () -> new ProcessBuilder("bash", "-c", "for i in {1..300000}; do :; done").start()
            .waitFor();

    Measurement measurement = Cost.CPU_OF_PROCESSES.meter().measure(busy).measurement();

    assertThat(measurement.cpuSeconds()).isBetween(0.05, measurement.seconds() + 0.1);
  }

  @Test
  void comparesProcessesByTheirProcessorTime() throws Exception {
    BenchmarkResult result =
        twoContenders()
            .ofProcesses()
            .warmups(0)
            .runs(1)
            .run(out, task -> new Meter.Reading(task.run(), new Measurement(1, calls.size(), 0)));

    assertThat(result.ratio("fast")).isEqualTo(2.0, within(1e-9));
  }

  private Benchmark twoContenders() {
    return Benchmark.named("example")
        .baseline("slow", () -> calls.add("slow"))
        .contender("fast", () -> calls.add("fast"));
  }

  /** A meter whose clock shows the given seconds, one after the other. */
  private static Meter clock(double... seconds) {
    Iterator<Double> next = java.util.Arrays.stream(seconds).iterator();
    return task -> new Meter.Reading(task.run(), new Measurement(next.next(), 0, 0));
  }
}
