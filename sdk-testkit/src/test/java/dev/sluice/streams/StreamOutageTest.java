package dev.sluice.streams;

import dev.sluice.streaming.run.Restarts;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.KafkaServer;
import dev.sluice.testkit.server.PostgresServer;
import dev.sluice.testkit.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams from a topic into a database, of which one is killed and away for a while. {@code
 * -Dsluice.stream.outage=30000} is the long form, with {@code -Dsluice.stream.rows=200000}.
 */
@SparkTest
@Timeout(900)
class StreamOutageTest {

  private static final int ROWS = Integer.getInteger("sluice.stream.rows", 8_000);
  private static final long MILLIS = Long.getLong("sluice.stream.outage", 2_000);
  private static final int EPOCHS = 20;

  private final SparkKit kit;

  StreamOutageTest(SparkKit kit) {
    this.kit = kit;
  }

  @Test
  void theBrokerIsAway(@TempDir Path directory) throws Exception {
    copyWithout(KafkaServer.shared(), directory);
  }

  @Test
  void theDatabaseIsAway(@TempDir Path directory) throws Exception {
    copyWithout(PostgresServer.shared(), directory);
  }

  /** The server is one that all tests share: what fails here leaves it dead, and the next starts it. */
  private void copyWithout(TestServer server, Path directory) throws Exception {
    KafkaServer kafka = KafkaServer.shared();
    String url = PostgresServer.shared().createDatabase();
    String topic = kafka.createTopic(4);
    CopiedEvents.makeTables(url);
    CopiedEvents.fill(kit.spark(), kafka.bootstrapServers(), topic, ROWS);
    Restarts patient =
        Restarts.atMost(100).pausing(Duration.ofMillis(200), Duration.ofSeconds(2));

    try (StreamingRun run =
        CopyJvm.stream(
            kafka.bootstrapServers(),
            topic,
            url,
            directory.resolve("checkpoints").toString(),
            ROWS / EPOCHS)
            .trigger(Trigger.every(Duration.ZERO))
            .restarts(patient)
            .start(kit.spark())) {
      await(() -> CopiedEvents.copied(url) > 0);
      server.kill();
      TimeUnit.MILLISECONDS.sleep(MILLIS);
      server.restart();
      await(() -> CopiedEvents.copied(url) >= ROWS);
      run.drain();
    }

    CopiedEvents.areWhole(url, ROWS);
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    while (!condition.holds()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
