package dev.sluice.samples.retail;

import dev.sluice.Sessions;
import dev.sluice.run.RunOptions;
import dev.sluice.samples.job.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the online-retail job and prints its report. The exit code is 1 if it fails or an output is
 * empty.
 */
@Command(
    name = "online-retail",
    description = "Clean and report invoice lines, from the UCI data set or generated ones")
public final class OnlineRetailJob implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Input input;

  @Option(names = "--output", description = "The directory of the outputs.", required = true)
  private String output;

  @Option(names = "--report", description = "Write the report as JSON, too.")
  private Path report;

  private static final class Input {
    @Option(names = "--input", description = "The directory of the CSV files.", required = true)
    private String directory;

    @Option(names = "--rows", description = "Generate that many lines instead.", required = true)
    private Long rows;
  }

  /** Made by the launcher, which also sets the options. */
  public OnlineRetailJob() {}

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = Sessions.embedded("online-retail").getOrCreate()) {
      String lines = input.directory;
      if (input.rows != null) {
        lines = output + "/input";
        new InvoiceLineGenerator(input.rows, 42).write(spark, lines);
      }
      return new Job(
          OnlineRetailPipeline.of(lines, output),
          RunOptions.defaults(),
          Optional.ofNullable(report))
          .run(spark);
    }
  }
}
