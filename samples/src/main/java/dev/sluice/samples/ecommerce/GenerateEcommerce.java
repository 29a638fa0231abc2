package dev.sluice.samples.ecommerce;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the input of the e-commerce sample. */
@Command(
    name = "generate-ecommerce",
    description = "Write orders, products and customers for the e-commerce sample",
    showDefaultValues = true)
public final class GenerateEcommerce implements Callable<Integer> {

  @Option(names = "--rows", description = "How many different orders.", defaultValue = "1000000")
  private long rows;

  @Option(names = "--seed", description = "Which data set of that size.", defaultValue = "42")
  private long seed;

  @Option(names = "--output", description = "Where the tables go.", required = true)
  private String output;

  /** Made by the launcher, which also sets the options. */
  public GenerateEcommerce() {}

  @Override
  public Integer call() throws Exception {
    try (SparkSession spark =
        SparkSession.builder().master("local[*]").config("spark.ui.enabled", false).getOrCreate()) {
      new OrderGenerator(rows, seed).write(spark, output);
    }
    System.out.println("orders, products and customers are in " + output);
    return 0;
  }
}
