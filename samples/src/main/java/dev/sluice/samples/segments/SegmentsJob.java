package dev.sluice.samples.segments;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.Stage;
import dev.sluice.ml.evaluate.ModelCard;
import dev.sluice.ml.score.Model;
import dev.sluice.samples.ads.AdEventSource;
import dev.sluice.samples.ads.AdFaults;
import dev.sluice.samples.ads.EventCleaning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds segments of users in generated ad events, prints what they are like and saves the model. */
@Command(
    name = "segments",
    description = "Find the kinds of users in generated ad events, and print what each is like",
    showDefaultValues = true)
public final class SegmentsJob implements Callable<Integer> {

  private static final long SEED = 42;

  @Option(
      names = "--rows",
      description = "How many events to generate.",
      defaultValue = "200000")
  private long rows;

  @Option(names = "--least", description = "At least so many segments.", defaultValue = "3")
  private int least;

  @Option(names = "--most", description = "At most so many segments.", defaultValue = "8")
  private int most;

  @Option(
      names = "--output",
      description = "The directory of the model, its card and its pictures.",
      defaultValue = "target/segments")
  private Path output;

  /** Made by the launcher, which also sets the options. */
  public SegmentsJob() {}

  @Override
  public Integer call() throws IOException {
    KindsOfUsers events = KindsOfUsers.ofThirtyDays(rows, SEED);
    try (SparkSession spark = Sessions.embedded("segments").getOrCreate()) {
      Stage<Activity> users =
          Audience.activity(
              EventCleaning.events(
                  Pipeline.named("segments")
                      .source("events", new AdEventSource(rows, events, new AdFaults(SEED)))));
      Model<Activity, Segment> model = Audience.training(users, least, most).fit(spark);

      ModelCard card = ModelCard.of(model.document());
      System.out.println(card.text());
      Agreement agreement = Agreement.of(users.score("audience", model).collect(spark));
      System.out.println(agreement);
      System.out.printf(
          "agreement with what was planted (adjusted Rand index): %.4f%n",
          agreement.adjustedRand());
      card.save(output);
      model.save(output.resolve("audience.json").toString());
      System.out.printf("model, card and pictures are in %s%n", output);
    }
    return 0;
  }
}
