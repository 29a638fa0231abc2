package dev.sluice.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.memory.Datasets;
import dev.sluice.stages.TestDatabase;
import dev.sluice.streams.CopyJvm.Event;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** What {@link CopyJvm} copies: the events of a topic, and the tables where they must be in the end. */
final class CopiedEvents {

  /** So many events of each key. */
  private static final int SEQUENCES = 4;

  private CopiedEvents() {}

  static void makeTables(String url) {
    TestDatabase.execute(
        url,
        "CREATE TABLE all_events (key BIGINT NOT NULL, sequence BIGINT NOT NULL, checksum BIGINT NOT NULL)",
        "CREATE TABLE latest_events (key BIGINT PRIMARY KEY, sequence BIGINT NOT NULL, checksum BIGINT NOT NULL)");
  }

  static void fill(SparkSession spark, String brokers, String topic, int rows) {
    Dataset<Row> events =
        spark.range(0, rows, 1, 2).toDF("id")
            .selectExpr(
                "id %% %1$d AS key;id div %1$d AS sequence".formatted(rows / SEQUENCES).split(";"))
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
    pipeline.run(spark);
  }

  static long copied(String url) {
    return Long.parseLong(TestDatabase.texts(url, "SELECT count(*) FROM all_events").get(0));
  }

  /** None is lost, doubled or of two halves, and no older one replaced a newer one. */
  static void areWhole(String url, int rows) {
    assertThat(
        TestDatabase.texts(
            url,
            "SELECT concat_ws(' ', count(*), count(DISTINCT (key, sequence)), sum(CASE WHEN checksum = key * 31 + sequence THEN 0 ELSE 1 END)) FROM all_events"))
        .containsExactly("%d %d 0".formatted(rows, rows));
    assertThat(
        TestDatabase.texts(
            url,
            "SELECT concat_ws(' ', count(*), min(sequence), sum(CASE WHEN checksum = key * 31 + sequence THEN 0 ELSE 1 END)) FROM latest_events"))
        .containsExactly("%d %d 0".formatted(rows / SEQUENCES, SEQUENCES - 1));
  }
}
