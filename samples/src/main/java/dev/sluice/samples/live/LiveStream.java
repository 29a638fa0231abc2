package dev.sluice.samples.live;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Sessions;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.kafka.KafkaTopic;
import dev.sluice.samples.job.ShortDuration;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.ConsoleStream;
import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.server.KafkaServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/**
 * What all live samples do: start a broker, send events to it, run a pipeline over them, and end when
 * the time is over or on Ctrl-C, with a report.
 */
final class LiveStream {

  @Option(
      names = "--for",
      converter = ShortDuration.class,
      description = "End after this time, such as 30s or 5m; else on Ctrl-C.")
  private Duration time;

  @Option(
      names = "--rate",
      defaultValue = "200",
      description = "Events sent in a second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--every",
      converter = ShortDuration.class,
      defaultValue = "2s",
      description = "The time from one epoch to the next (${DEFAULT-VALUE}).")
  private Duration interval;

  @Option(
      names = "--checkpoints",
      description = "Where the stream keeps how far it is; else in a directory that is deleted.")
  private Path checkpoints;

  /** Topics of the broker, by name. */
  interface Topics extends Function<String, KafkaTopic> {}

  int run(String name, List<Feed> feeds, List<String> outputs, Function<Topics, Pipeline> pipeline)
      throws IOException {
    return run(name, feeds, outputs, pipeline, stream -> stream);
  }

  int run(
      String name,
      List<Feed> feeds,
      List<String> outputs,
      Function<Topics, Pipeline> pipeline,
      UnaryOperator<Streaming> settings)
      throws IOException {
    try (KafkaServer broker = KafkaServer.start();
        SparkSession spark = Sessions.embedded(name).getOrCreate()) {
      feeds.forEach(feed -> broker.createTopic(feed.topic(), 2));
      outputs.forEach(topic -> broker.createTopic(topic, 2));
      String brokers = broker.bootstrapServers();
      Pipeline followed =
          pipeline.apply(topic -> Kafka.topic(topic).bootstrapServers(brokers));
      Streaming stream =
          settings.apply(
              remembering(Streaming.of(followed))
                  .trigger(Trigger.every(interval))
                  .listener(new ConsoleStream()));
      Feeder feeder = Feeder.start(brokers, feeds, rate);
      try (feeder) {
        return follow(stream, spark);
      }
    }
  }

  private Streaming remembering(Streaming stream) {
    return checkpoints == null ? stream.ephemeral() : stream.checkpoints(checkpoints.toString());
  }

  private int follow(Streaming stream, SparkSession spark) {
    try (StreamingRun run = stream.start(spark)) {
      if (time == null) {
        run.await();
      } else {
        run.await(time);
      }
      System.out.println(run.drain().toText());
      return 0;
    } catch (PipelineException | StreamFailedException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }
}
