package dev.sluice.samples.live;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.samples.live.Feed.Message;
import dev.sluice.samples.live.model.Bid;
import dev.sluice.samples.live.model.BidStats;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Bids of a topic, as statistics of each campaign and minute on another. */
@Command(
    name = "bids",
    description = "Follow bids for ads on Kafka: statistics of each campaign and minute")
public final class BidsJob implements Callable<Integer> {

  static final String BIDS = "bids";
  private static final String STATS = "bid-stats";

  @Mixin
  private LiveStream live;

  /** Made by the launcher, which also sets the options. */
  public BidsJob() {}

  @Override
  public Integer call() throws Exception {
    return live.run("bids", List.of(feed()), List.of(STATS), BidsJob::pipeline);
  }

  static Feed feed() {
    LiveEvents events = LiveEvents.of(42);
    return new Feed(BIDS, i -> Message.inSnakeCase(events.bid(i).campaignId(), events.bid(i)));
  }

  private static Pipeline pipeline(LiveStream.Topics topics) {
    Pipeline pipeline = Pipeline.named("bids");
    Stage<BidStats> stats =
        Bids.byMinute(pipeline.source(BIDS, topics.apply(BIDS).json(Bid.class)));
    stats.sink("shown", LiveTable.of(BidStats.class));
    stats.sink(
        "topic", topics.apply(STATS).json(BidStats.class).append().keyedBy(BidStats::campaignId));
    return pipeline;
  }
}
