package dev.sluice.samples.planning;

import dev.sluice.Stage;
import dev.sluice.samples.bench.Benchmark;
import dev.sluice.samples.tpch.QueryPlanning;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what a pipeline of many stages costs before its first job starts. */
@Command(
    name = "bench-plan",
    description = "Measure building, validating and compiling long pipelines",
    showDefaultValues = true)
public final class PlanBenchmark implements Callable<Integer> {

  @Option(
      names = "--stages",
      split = ",",
      description = "Lengths to measure; the last one is compared with the query by hand.",
      defaultValue = "10,100,1000")
  private List<Integer> stages;

  @Option(
      names = "--tpch",
      description = "Measure the 22 queries of TPC-H beside the same in SQL instead.")
  private boolean tpch;

  @Option(names = "--warmups", description = "Rounds that do not count.", defaultValue = "2")
  private int warmups;

  @Option(names = "--runs", description = "Rounds that count.", defaultValue = "5")
  private int runs;

  /** Made by the launcher, which also sets the options. */
  public PlanBenchmark() {}

  @Override
  public Integer call() throws Exception {
    try (SparkSession spark =
        SparkSession.builder().master("local[*]").config("spark.ui.enabled", false).getOrCreate()) {
      if (tpch) {
        new QueryPlanning(spark, warmups, runs).run(System.out);
        return 0;
      }
      System.out.println("stages  build ms  validate ms  compile ms  by hand ms  us a stage");
      for (int length : stages) {
        System.out.println(phases(spark, length));
      }
      int last = stages.get(stages.size() - 1);
      Benchmark.named("bench-plan")
          .baseline("hand-written", () -> columns(LongQuery.of(spark, last).columns()))
          .contender(
              "sluice",
              () -> {
                Stage<Item> end = LongPipeline.of(last);
                end.pipeline().validate();
                return columns(end.toDataset(spark).columns());
              })
          .warmups(1)
          .runs(runs)
          .run(System.out);
      return 0;
    }
  }

  private static String columns(String... names) {
    return String.join(",", names);
  }

  /** The medians of the phases, one line. */
  private String phases(SparkSession spark, int length) {
    double[][] seconds = new double[4][runs];
    for (int round = -warmups; round < runs; round++) {
      int slot = Math.max(round, 0);
      long start = System.nanoTime();
      Stage<Item> end = LongPipeline.of(length);
      long built = System.nanoTime();
      end.pipeline().validate();
      long validated = System.nanoTime();
      end.toDataset(spark);
      long compiled = System.nanoTime();
      LongQuery.of(spark, length);
      long byHand = System.nanoTime();
      seconds[0][slot] = (built - start) / 1e6;
      seconds[1][slot] = (validated - built) / 1e6;
      seconds[2][slot] = (compiled - validated) / 1e6;
      seconds[3][slot] = (byHand - compiled) / 1e6;
    }
    double[] medians = Arrays.stream(seconds).mapToDouble(PlanBenchmark::median).toArray();
    double total = medians[0] + medians[1] + medians[2];
    return String.format(
        Locale.ROOT,
        "%6d  %8.2f  %11.2f  %10.2f  %10.2f  %10.0f",
        length,
        medians[0],
        medians[1],
        medians[2],
        medians[3],
        total * 1000 / length);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
