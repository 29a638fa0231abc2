package dev.sluice.samples.live;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.samples.live.model.Bid;
import dev.sluice.samples.live.model.FraudScore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Bids of a topic that look like fraud, on another. */
@Command(
    name = "ad-fraud",
    description = "Follow bids for ads on Kafka: those that look like fraud")
public final class AdFraudJob implements Callable<Integer> {

  private static final String SUSPECTS = "suspects";

  @Mixin
  private LiveStream live;

  /** Made by the launcher, which also sets the options. */
  public AdFraudJob() {}

  @Override
  public Integer call() throws Exception {
    return live.run(
        "ad-fraud", List.of(BidsJob.feed()), List.of(SUSPECTS), AdFraudJob::pipeline);
  }

  private static Pipeline pipeline(LiveStream.Topics topics) {
    Pipeline pipeline = Pipeline.named("ad-fraud");
    Stage<FraudScore> suspects =
        AdFraud.suspects(
            pipeline.source(BidsJob.BIDS, topics.apply(BidsJob.BIDS).json(Bid.class)));
    suspects.sink("shown", LiveTable.of(FraudScore.class));
    suspects.sink(
        "topic",
        topics.apply(SUSPECTS).json(FraudScore.class).append().keyedBy(FraudScore::userId));
    return pipeline;
  }
}
