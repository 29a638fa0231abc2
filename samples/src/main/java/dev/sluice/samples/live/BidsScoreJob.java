package dev.sluice.samples.live;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.Stage;
import dev.sluice.ml.evaluate.ModelCard;
import dev.sluice.ml.score.Model;
import dev.sluice.quality.Rejected;
import dev.sluice.samples.ads.AdEventSource;
import dev.sluice.samples.ads.AdEvents;
import dev.sluice.samples.ads.AdFaults;
import dev.sluice.samples.ads.EventCleaning;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.live.Feed.Message;
import dev.sluice.samples.live.model.Bid;
import dev.sluice.samples.live.model.Offer;
import dev.sluice.samples.live.model.ScoredBid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Bids of a topic, with how likely a click is, on another; the model is trained before. */
@Command(
    name = "bids-score",
    description = "Follow bids for ads on Kafka: each scored by a model of clicks")
public final class BidsScoreJob implements Callable<Integer> {

  private static final String SCORED = "scored-bids";
  private static final long SEED = 42;
  private static final int CAMPAIGNS = 10;
  private static final int WRONG = 100;

  @Mixin
  private LiveStream live;

  @Option(
      names = "--rows",
      description = "From how many generated events the model learns (${DEFAULT-VALUE}).",
      defaultValue = "50000")
  private long rows;

  @Option(
      names = "--output",
      description = "The directory of the model and its card; a model that is there is taken, and none trained (${DEFAULT-VALUE}).",
      defaultValue = "target/bids-score")
  private Path output;

  /** Made by the launcher, which also sets the options. */
  public BidsScoreJob() {}

  @Override
  public Integer call() throws Exception {
    String file = model();
    return live.run(
        "bids-score", List.of(feed()), List.of(SCORED), topics -> pipeline(topics, file));
  }

  /** The file of the model, which is trained if there is none yet. */
  private String model() throws Exception {
    Path file = output.resolve("click.json");
    if (!Files.exists(file)) {
      System.out.printf("learning from %,d events%n", rows);
      try (SparkSession spark = Sessions.embedded("bids-score").getOrCreate()) {
        Model<Offer, ScoredBid> model =
            BidScores.training(EventCleaning.events(past(Pipeline.named("clicks"), rows)))
                .fit(spark);
        ModelCard card = ModelCard.of(model.document());
        System.out.println(card.text());
        card.save(output);
        model.save(file.toString());
      }
    }
    System.out.printf("bids are scored by %s%n", file);
    return file.toString();
  }

  /** Events of the campaigns that bids are of, and a few more. */
  static Stage<AdEvent> past(Pipeline pipeline, long rows) {
    AdEvents events =
        new AdEvents(
            SEED,
            AdEvents.FIRST_DAY.minus(Duration.ofDays(30)),
            Duration.ofDays(30).dividedBy(rows),
            Math.max(20, rows / 10),
            CAMPAIGNS);
    return pipeline.source("events", new AdEventSource(rows, events, new AdFaults(SEED)));
  }

  private static Feed feed() {
    LiveEvents events = LiveEvents.of(SEED);
    return new Feed(
        BidsJob.BIDS,
        i -> Message.inSnakeCase(events.bid(i).campaignId(), sometimesWrong(events.bid(i))));
  }

  /** One bid of a hundred is in cents, by mistake. */
  static Bid sometimesWrong(Bid bid) {
    return bid.bidId() % WRONG != WRONG - 1
        ? bid
        : new Bid(
            bid.bidId(),
            bid.userId(),
            bid.campaignId(),
            bid.adId(),
            bid.bidPrice() * 100,
            bid.deviceType(),
            bid.timestamp());
  }

  private static Pipeline pipeline(LiveStream.Topics topics, String file) {
    // #region pipeline
    Model<Offer, ScoredBid> model = Model.load(file, Offer.class, ScoredBid.class);
    Pipeline pipeline = Pipeline.named("bids-score");
    Stage<ScoredBid> scored =
        BidScores.scored(
            pipeline.source(BidsJob.BIDS, topics.apply(BidsJob.BIDS).json(Bid.class)), model);
    scored.sink("shown", LiveTable.of(ScoredBid.class));
    scored.sink(
        "topic",
        topics.apply(SCORED).json(ScoredBid.class).append().keyedBy(ScoredBid::campaign));
    return pipeline.quarantine(LiveTable.of(Rejected.class));
    // #endregion
  }
}
