package dev.sluice.samples.ads;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.io.file.Files;
import dev.sluice.samples.ads.model.AdEvent;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the input of the ad-platform sample. */
@Command(
    name = "generate-ads",
    description = "Write ad events for the ad-platform sample",
    showDefaultValues = true)
public final class GenerateAds implements Callable<Integer> {

  @Option(names = "--rows", description = "How many different events.", defaultValue = "1000000")
  private long rows;

  @Option(names = "--seed", description = "Which data set of that size.", defaultValue = "42")
  private long seed;

  @Option(names = "--output", description = "Where the Parquet files go.", required = true)
  private String output;

  /** Made by the launcher, which also sets the options. */
  public GenerateAds() {}

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = Sessions.embedded("generate-ads").getOrCreate()) {
      pipeline(rows, seed, output).run(spark);
    }
    System.out.println("ad events are in " + output);
    return 0;
  }

  /** Writes the events of thirty days, as they arrive. */
  static Pipeline pipeline(long rows, long seed, String output) {
    Pipeline pipeline = Pipeline.named("generate-ads");
    pipeline
        .source(
            "generated",
            new AdEventSource(rows, AdEvents.ofThirtyDays(rows, seed), new AdFaults(seed)))
        .sink("events", Files.parquet(AdEvent.class, output).overwrite());
    return pipeline;
  }
}
