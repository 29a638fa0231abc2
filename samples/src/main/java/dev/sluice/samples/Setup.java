package dev.sluice.samples;

import dev.sluice.samples.bench.Machine;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;

/** The first thing to run on a new machine: shows that Java, Spark and the launcher fit. */
@Command(name = "setup", description = "Start Spark, count rows, print the machine")
final class Setup implements Callable<Integer> {
  private static final long ROWS = 1_000_000;

  @Override
  public Integer call() throws Exception {
    try (SparkSession spark =
        SparkSession.builder().master("local[*]").config("spark.ui.enabled", false).getOrCreate()) {
      System.out.println(spark.range(ROWS).count() + " rows counted by Spark " + spark.version());
      System.out.println(Machine.current().describe());
      return 0;
    }
  }
}
