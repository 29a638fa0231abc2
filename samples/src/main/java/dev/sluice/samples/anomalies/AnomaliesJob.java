package dev.sluice.samples.anomalies;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.Stage;
import dev.sluice.ml.evaluate.ModelCard;
import dev.sluice.ml.score.Model;
import dev.sluice.samples.ads.AdEventSource;
import dev.sluice.samples.ads.AdFaults;
import dev.sluice.samples.ads.EventCleaning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds users in generated ad events who are unlike the others, and prints what sets them apart. */
@Command(
    name = "anomalies",
    description = "Find users unlike the others in generated ad events, and print why",
    showDefaultValues = true)
public final class AnomaliesJob implements Callable<Integer> {

  private static final long SEED = 42;

  @Option(
      names = "--rows",
      description = "How many events to generate.",
      defaultValue = "200000")
  private long rows;

  @Option(
      names = "--share",
      description = "The share of the users that is expected to be odd.",
      defaultValue = "0.01")
  private double share;

  @Option(
      names = "--output",
      description = "The directory of the model, its card and its pictures.",
      defaultValue = "target/anomalies")
  private Path output;

  /** Made by the launcher, which also sets the options. */
  public AnomaliesJob() {}

  @Override
  public Integer call() throws IOException {
    Bots events = Bots.ofThirtyDays(rows, SEED);
    try (SparkSession spark = Sessions.embedded("anomalies").getOrCreate()) {
      Stage<Habits> habits =
          OddUsers.habits(
              EventCleaning.events(
                  Pipeline.named("anomalies")
                      .source("events", new AdEventSource(rows, events, new AdFaults(SEED)))));
      Model<Habits, OddUser> model = OddUsers.training(habits, share).fit(spark);
      FoundBots found = new FoundBots(habits.score("odd users", model).collect(spark));

      ModelCard card =
          ModelCard.of(model.document().with(found.onto(model.card())));
      System.out.println(card.text());
      System.out.println(found);
      card.save(output);
      Files.writeString(output.resolve("scores.svg"), found.histogram());
      model.save(output.resolve("odd-users.json").toString());
      System.out.printf("model, card and pictures are in %s%n", output);
    }
    return 0;
  }
}
