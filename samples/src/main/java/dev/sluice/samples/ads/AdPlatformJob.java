package dev.sluice.samples.ads;

import dev.sluice.Pipeline;
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
 * Runs the ad-platform job and prints its report. The exit code is 1 if it fails or an output is
 * empty.
 */
@Command(
    name = "ad-platform",
    description = "Report campaigns, users and attribution, from your ad events or generated ones",
    showDefaultValues = true)
public final class AdPlatformJob implements Callable<Integer> {

  private static final long ROWS = 1_000_000;

  private static final long SEED = 42;

  @ArgGroup
  private Input input = new Input();

  @Option(
      names = "--output",
      description = "The directory of the outputs.",
      defaultValue = "target/ad-platform")
  private String output;

  @Option(names = "--report", description = "Write the report as JSON, too.")
  private Path report;

  @Option(names = "--describe", description = "Print the pipeline and do not run it.")
  private boolean describe;

  private static final class Input {
    @Option(names = "--input", description = "The directory of the events, as Parquet.")
    private String directory;

    @Option(
        names = "--rows",
        description = "How many events to generate, if there is no input.")
    private long rows = ROWS;
  }

  /** Made by the launcher, which also sets the options. */
  public AdPlatformJob() {}

  @Override
  public Integer call() throws IOException {
    boolean generated = input.directory == null;
    String events = generated ? output + "/input" : input.directory;
    Pipeline pipeline = AdPlatformPipeline.of(events, output);
    if (describe) {
      System.out.println(pipeline.describe());
      return 0;
    }
    try (SparkSession spark = Sessions.embedded("ad-platform").getOrCreate()) {
      if (generated) {
        GenerateAds.pipeline(input.rows, SEED, events).run(spark);
      }
      return new Job(pipeline, RunOptions.defaults(), Optional.ofNullable(report)).run(spark);
    }
  }
}
