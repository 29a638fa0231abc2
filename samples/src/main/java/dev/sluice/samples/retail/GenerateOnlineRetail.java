package dev.sluice.samples.retail;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes input for the online-retail sample. */
@Command(
    name = "generate-online-retail",
    description = "Write invoice lines like those of the UCI data set Online Retail",
    showDefaultValues = true)
public final class GenerateOnlineRetail implements Callable<Integer> {

  @Option(names = "--rows", description = "How many different lines.", defaultValue = "500000")
  private long rows;

  @Option(names = "--seed", description = "Which data set of that size.", defaultValue = "42")
  private long seed;

  @Option(names = "--output", description = "Where the CSV files go.", required = true)
  private String output;

  /** Made by the launcher, which also sets the options. */
  public GenerateOnlineRetail() {}

  @Override
  public Integer call() throws Exception {
    try (SparkSession spark =
        SparkSession.builder().master("local[*]").config("spark.ui.enabled", false).getOrCreate()) {
      new InvoiceLineGenerator(rows, seed).write(spark, output);
    }
    System.out.println("invoice lines are in " + output);
    return 0;
  }
}
