package dev.sluice.samples.live;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.samples.live.Feed.Message;
import dev.sluice.samples.live.model.Attributed;
import dev.sluice.samples.live.model.Click;
import dev.sluice.samples.live.model.Impression;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Impressions of one topic and clicks of another, joined on a third. */
@Command(
    name = "impressions-clicks",
    description = "Follow impressions and clicks on Kafka: each impression with its click")
public final class ImpressionsClicksJob implements Callable<Integer> {

  private static final String IMPRESSIONS = "impressions";
  private static final String CLICKS = "clicks";
  private static final String ATTRIBUTED = "attributed";

  @Mixin
  private LiveStream live;

  /** Made by the launcher, which also sets the options. */
  public ImpressionsClicksJob() {}

  @Override
  public Integer call() throws Exception {
    LiveEvents events = LiveEvents.of(42);
    return live.run(
        "impressions-clicks",
        List.of(
            new Feed(
                IMPRESSIONS, i -> Message.of(events.impression(i).uuid(), events.impression(i))),
            new Feed(CLICKS, i -> Message.of(events.click(i).uuid(), events.click(i)))),
        List.of(ATTRIBUTED),
        ImpressionsClicksJob::pipeline);
  }

  private static Pipeline pipeline(LiveStream.Topics topics) {
    Pipeline pipeline = Pipeline.named("impressions-clicks");
    Stage<Attributed> attributed =
        ImpressionsClicks.attributed(
            pipeline.source(IMPRESSIONS, topics.apply(IMPRESSIONS).json(Impression.class)),
            pipeline.source(CLICKS, topics.apply(CLICKS).json(Click.class)));
    attributed.sink("shown", LiveTable.of(Attributed.class));
    attributed.sink(
        "topic",
        topics.apply(ATTRIBUTED).json(Attributed.class).append().keyedBy(Attributed::uuid));
    return pipeline;
  }
}
