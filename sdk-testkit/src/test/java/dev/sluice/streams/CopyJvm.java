package dev.sluice.streams;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.run.RunReport;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamListener;
import dev.sluice.streaming.run.Trigger;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;

/** A program of its own that copies a topic into two tables of a database, until it is killed. */
final class CopyJvm {

  /** The checksum tells a row of two halves. */
  record Event(long key, long sequence, long checksum) {}

  private CopyJvm() {}

  /**
   * Arguments: the brokers, the topic, the database, the directory of checkpoints, how many messages
   * an epoch has, and the longest time in milliseconds from the first epoch to the end.
   */
  public static void main(String[] arguments) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "localhost")
            .getOrCreate();
    int death = new Random().nextInt(Integer.parseInt(arguments[5]));
    AtomicBoolean dying = new AtomicBoolean();
    stream(arguments[0], arguments[1], arguments[2], arguments[3], Long.parseLong(arguments[4]))
        .listener(
            new StreamListener() {
              @Override
              public void epochFinished(String query, long epoch, RunReport report) {
                if (!dying.getAndSet(true)) {
                  new Thread(() -> killAfter(death)).start();
                }
              }
            })
        .start(spark)
        .await();
  }

  private static void killAfter(long millis) {
    try {
      Thread.sleep(millis);
      new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each event is added to one table, and replaces an older one of its key in another. */
  static Streaming stream(
      String brokers, String topic, String url, String checkpoints, long perEpoch) {
    Pipeline pipeline = Pipeline.named("copy");
    Stage<Event> events =
        pipeline.source(
            "events",
            Kafka.topic(topic)
                .bootstrapServers(brokers)
                .json(Event.class)
                .maxOffsetsPerTrigger(perEpoch));
    events.sink("all", Jdbc.table(Event.class, "all_events").url(url).append());
    events.sink(
        "latest",
        Jdbc.table(Event.class, "latest_events")
            .url(url)
            .upsert(Event::key)
            .onlyIfNewer(Event::sequence));
    return Streaming.of(pipeline).checkpoints(checkpoints).trigger(Trigger.availableNow());
  }
}
