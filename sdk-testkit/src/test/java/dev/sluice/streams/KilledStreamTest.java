package dev.sluice.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.jvm.JvmOfTest;
import dev.sluice.testkit.server.KafkaServer;
import dev.sluice.testkit.server.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams from a topic into a database that are killed, as {@code kill -9} does, and started again.
 * {@code -Dsluice.stream.kills=20 -Dsluice.stream.rows=200000} kills more often.
 */
@SparkTest
@Timeout(3_600)
class KilledStreamTest {

  private static final int KILLS = Integer.getInteger("sluice.stream.kills", 2);
  private static final int ROWS = Integer.getInteger("sluice.stream.rows", 8_000);

  /** Enough epochs that no start comes to the end. */
  private static final int EPOCHS = 20 + 10 * KILLS;

  private final SparkKit kit;

  KilledStreamTest(SparkKit kit) {
    this.kit = kit;
  }

  @Test
  void loseNothingDoubleNothingAndReplaceNoNewerRow(@TempDir Path checkpoints) throws Exception {
    String brokers = KafkaServer.shared().bootstrapServers();
    String topic = KafkaServer.shared().createTopic(4);
    String url = PostgresServer.shared().createDatabase();
    CopiedEvents.makeTables(url);
    CopiedEvents.fill(kit.spark(), brokers, topic, ROWS);

    for (int i = 0; i < KILLS; i++) {
      int killed =
          JvmOfTest.run(
              List.of(),
              CopyJvm.class.getName(),
              brokers,
              topic,
              url,
              checkpoints.toString(),
              String.valueOf(ROWS / EPOCHS),
              "3000");
      assertThat(killed).as("status of a killed process").isEqualTo(137);
    }
    CopyJvm.stream(brokers, topic, url, checkpoints.toString(), ROWS).start(kit.spark()).await();

    CopiedEvents.areWhole(url, ROWS);
  }
}
