package dev.sluice.samples.ctr;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.Stage;
import dev.sluice.ml.evaluate.ModelCard;
import dev.sluice.ml.score.Model;
import dev.sluice.samples.ads.AdEventSource;
import dev.sluice.samples.ads.AdEvents;
import dev.sluice.samples.ads.AdFaults;
import dev.sluice.samples.ads.EventCleaning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the model of clicks on generated ad events, prints its card and saves both. */
@Command(
    name = "ctr",
    description = "Train a model of which ads are clicked, and print its card",
    showDefaultValues = true)
public final class CtrJob implements Callable<Integer> {

  private static final long SEED = 42;

  @Option(
      names = "--rows",
      description = "How many events to generate.",
      defaultValue = "200000")
  private long rows;

  @Option(
      names = "--output",
      description = "The directory of the model, its card and its pictures.",
      defaultValue = "target/ctr")
  private Path output;

  /** Made by the launcher, which also sets the options. */
  public CtrJob() {}

  @Override
  public Integer call() throws IOException {
    AdEvents events = AdEvents.ofThirtyDays(rows, SEED);
    try (SparkSession spark = Sessions.embedded("ctr").getOrCreate()) {
      Pipeline pipeline = Pipeline.named("ctr");
      Stage<Shown> shown =
          CtrModel.shown(
              EventCleaning.events(
                  pipeline.source("events", new AdEventSource(rows, events, new AdFaults(SEED)))));
      Model<Impression, Ctr> model = CtrModel.training(shown).fit(spark);

      ModelCard card = ModelCard.of(model.document());
      System.out.println(card.text());
      System.out.printf(
          "best possible log loss, by whoever knows the campaigns: %.6f%n",
          BestLoss.of(events, rows));
      card.save(output);
      model.save(output.resolve("ctr.json").toString());
      System.out.printf("model, card and pictures are in %s%n", output);
    }
    return 0;
  }
}
