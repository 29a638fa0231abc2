package dev.sluice.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.memory.Datasets;
import dev.sluice.stages.TestDatabase;
import dev.sluice.streams.CopyJvm.Event;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.jvm.JvmOfTest;
import dev.sluice.testkit.server.KafkaServer;
import dev.sluice.testkit.server.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
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

  /** So many events of each key. */
  private static final int SEQUENCES = 4;

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
    TestDatabase.execute(
        url,
        "CREATE TABLE all_events (key BIGINT NOT NULL, sequence BIGINT NOT NULL, checksum BIGINT NOT NULL)",
        "CREATE TABLE latest_events (key BIGINT PRIMARY KEY, sequence BIGINT NOT NULL, checksum BIGINT NOT NULL)");
    fill(brokers, topic);

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

    assertThat(
        TestDatabase.texts(
            url,
            "SELECT concat_ws(' ', count(*), count(DISTINCT (key, sequence)), sum(CASE WHEN checksum = key * 31 + sequence THEN 0 ELSE 1 END)) FROM all_events"))
        .containsExactly("%d %d 0".formatted(ROWS, ROWS));
    assertThat(
        TestDatabase.texts(
            url,
            "SELECT concat_ws(' ', count(*), min(sequence), sum(CASE WHEN checksum = key * 31 + sequence THEN 0 ELSE 1 END)) FROM latest_events"))
        .containsExactly("%d %d 0".formatted(ROWS / SEQUENCES, SEQUENCES - 1));
  }

  private void fill(String brokers, String topic) {
    Dataset<Row> events =
        kit.spark().range(0, ROWS, 1, 2).toDF("id")
            .selectExpr(
                "id %% %1$d AS key;id div %1$d AS sequence".formatted(ROWS / SEQUENCES).split(";"))
            .withColumn("checksum", functions.expr("key * 31 + sequence"));
    Pipeline pipeline = Pipeline.named("fill");
    pipeline.source("numbers", Datasets.of(Event.class, events))
        .sink(
            "events",
            Kafka.topic(topic)
                .bootstrapServers(brokers)
                .json(Event.class)
                .append()
                .keyedBy(Event::key));
    pipeline.run(kit.spark());
  }
}
