package dev.sluice.samples.live;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.samples.live.Feed.Message;
import dev.sluice.samples.live.model.Behaviour;
import dev.sluice.streaming.Streaming;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Events of a topic, put into one form, to files and to another topic; each has a query of its own. */
@Command(
    name = "behaviour-events",
    description = "Follow events of web sites on Kafka: put into one form, to JSON files and Kafka")
public final class BehaviourEventsJob implements Callable<Integer> {

  private static final String RAW = "behaviour";
  private static final String RECODED = "behaviour-recoded";

  @Mixin
  private LiveStream live;

  @Option(names = "--output", required = true, description = "The directory of the JSON files.")
  private String output;

  /** Made by the launcher, which also sets the options. */
  public BehaviourEventsJob() {}

  @Override
  public Integer call() throws Exception {
    LiveEvents events = LiveEvents.of(42);
    Feed raw = new Feed(RAW, i -> Message.of(events.behaviour(i).city(), events.behaviour(i)));
    return live.run(
        "behaviour-events",
        List.of(raw),
        List.of(RECODED),
        this::pipeline,
        Streaming::eachSinkAlone);
  }

  private Pipeline pipeline(LiveStream.Topics topics) {
    Pipeline pipeline = Pipeline.named("behaviour-events");
    Stage<Behaviour> recoded =
        BehaviourEvents.recoded(
            pipeline.source(RAW, topics.apply(RAW).json(Behaviour.class)));
    recoded.sink("files", Files.json(Behaviour.class, output).append());
    recoded.sink(
        "topic", topics.apply(RECODED).json(Behaviour.class).append().keyedBy(Behaviour::city));
    return pipeline;
  }
}
