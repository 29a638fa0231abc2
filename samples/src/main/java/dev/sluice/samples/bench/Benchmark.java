package dev.sluice.samples.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares ways of doing the same work in one JVM: the contenders take turns, so that a slow spell
 * of the machine hits all of them, and the order changes every round, so that none is always first.
 *
 * <pre>{@code
 * Benchmark.named("daily-sales")
 *     .baseline("hand-written", () -> handWritten(spark, in))
 *     .contender("sluice", () -> sluice(spark, in))
 *     .warmups(1)
 *     .runs(5)
 *     .run(System.out);
 * }</pre>
 *
 * <p>The ratio is a contender's seconds over the baseline's of the same round, or its processor
 * seconds, see {@link #ofProcesses}; the result is the median over the rounds. Below 1 the
 * contender is faster. A benchmark is an immutable value: every method gives a new one.
 */
public final class Benchmark {
  private final String name;
  private final Map<String, Task> contenders;
  private final int warmups;
  private final int runs;
  private final Cost cost;
  private final Task before;

  private Benchmark(
      String name,
      Map<String, Task> contenders,
      int warmups,
      int runs,
      Cost cost,
      Task before) {
    this.name = name;
    this.contenders = Collections.unmodifiableMap(new LinkedHashMap<>(contenders));
    this.warmups = warmups;
    this.runs = runs;
    this.cost = cost;
    this.before = before;
  }

  /** A step of a benchmark that has a name and lacks a baseline. */
  public static final class Named {
    private final String name;

    private Named(String name) {
      this.name = Objects.requireNonNull(name, "name");
    }

    /** Sets what the contenders are compared with. */
    public Benchmark baseline(String contender, Task task) {
      return new Benchmark(name, Map.of(contender, task), 1, 5, Cost.SECONDS, () -> 0);
    }
  }

  /** Starts a benchmark; its name begins the last line of the output. */
  public static Named named(String name) {
    return new Named(name);
  }

  /**
   * Adds a contender. The last line of the output is about the first one added.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  public Benchmark contender(String contender, Task task) {
    Objects.requireNonNull(task, "task");
    Map<String, Task> more = new LinkedHashMap<>(contenders);
    if (more.put(contender, task) != null) {
      throw new IllegalArgumentException("two contenders are named \"" + contender + "\"");
    }
    return new Benchmark(name, more, warmups, runs, cost, before);
  }

  /** Sets how often each contender runs unmeasured first; 1 unless set. */
  public Benchmark warmups(int warmups) {
    if (warmups < 0) {
      throw new IllegalArgumentException("warmups must be 0 or more: " + warmups);
    }
    return new Benchmark(name, contenders, warmups, runs, cost, before);
  }

  /** Sets how often each contender is measured; 5 unless set. An odd number has a true median. */
  public Benchmark runs(int runs) {
    if (runs < 1) {
      throw new IllegalArgumentException("runs must be 1 or more: " + runs);
    }
    return new Benchmark(name, contenders, warmups, runs, cost, before);
  }

  /** Sets what is done before each run of a contender, unmeasured; what it returns is not used. */
  public Benchmark before(Task task) {
    return new Benchmark(name, contenders, warmups, runs, cost, task);
  }

  /**
   * Measures processes that the tasks start and wait for, instead of this one: the ratio is that of
   * processor time, to which waiting and what else the machine does add nothing.
   */
  public Benchmark ofProcesses() {
    return new Benchmark(name, contenders, warmups, runs, Cost.CPU_OF_PROCESSES, before);
  }

  /**
   * Runs everything and prints the machine, one line for each round, the table and the ratio.
   *
   * @throws IllegalStateException if there is nothing to compare, or if two contenders returned
   *     different fingerprints
   * @throws Exception whatever a task threw
   */
  public BenchmarkResult run(PrintStream out) throws Exception {
    return run(out, cost.meter());
  }

  BenchmarkResult run(PrintStream out, Meter meter) throws Exception {
    if (contenders.size() < 2) {
      throw new IllegalStateException(
          "benchmark \"" + name + "\" has only its baseline: add a contender(name, task)");
    }
    out.println(Machine.current().describe());
    Map<String, List<Measurement>> measured = new LinkedHashMap<>();
    contenders.keySet().forEach(contender -> measured.put(contender, new ArrayList<>()));
    Agreement agreement = new Agreement(name);
    for (int round = 0; round < warmups + runs; round++) {
      StringBuilder line = new StringBuilder();
      for (String contender : order(round)) {
        before.run();
        Meter.Reading reading = meter.measure(contenders.get(contender));
        agreement.check(contender, reading.fingerprint());
        line.append("  ").append(contender).append(' ');
        line.append(Text.seconds(cost.of(reading.measurement()))).append(cost.unit());
        if (round >= warmups) {
          measured.get(contender).add(reading.measurement());
        }
      }
      out.println((round < warmups ? "warm-up" : "run " + (round - warmups + 1)) + line);
    }
    BenchmarkResult result = new BenchmarkResult(name, measured, cost);
    out.print(result.table());
    out.println(result.lastLine());
    return result;
  }

  /** Every round starts with another contender. */
  private List<String> order(int round) {
    List<String> order = new ArrayList<>(contenders.keySet());
    Collections.rotate(order, -round);
    return order;
  }

  /** Holds the first fingerprint seen; every later one must equal it. */
  private static final class Agreement {
    private final String benchmark;
    private String first;
    private Object fingerprint;

    Agreement(String benchmark) {
      this.benchmark = benchmark;
    }

    void check(String contender, Object seen) {
      if (first == null) {
        first = contender;
        fingerprint = seen;
      } else if (!Objects.equals(fingerprint, seen)) {
        throw new IllegalStateException(
            String.format(
                "benchmark \"%s\": the contenders do not do the same work: %s gave <%s>, %s gave"
                    + " <%s>",
                benchmark, first, fingerprint, contender, seen));
      }
    }
  }
}
