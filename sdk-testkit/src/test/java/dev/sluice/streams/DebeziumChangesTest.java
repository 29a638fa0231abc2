package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.format.Formats;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RuleCount;
import dev.sluice.run.RunReport;
import dev.sluice.run.StageReport;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.streaming.state.ApplyChanges;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.KafkaServer;
import dev.sluice.testkit.server.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A table of PostgreSQL that follows what Debezium tells of another, through Kafka. */
@SparkTest
@Timeout(300)
class DebeziumChangesTest {

  record OrderChange(String op, long id, String status, Double total, long lsn, Instant at) {}

  record Order(long id, String status, Double total) {}

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final int ORDERS = 40;

  private final KafkaServer kafka = KafkaServer.shared();
  private final String servers = kafka.bootstrapServers();
  private final String topic = kafka.createTopic(3);
  private final InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
  private final Random random = new Random(7);
  private final SparkKit kit;

  @TempDir
  Path checkpoints;

  DebeziumChangesTest(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  private Pipeline copy(String url) {
    Pipeline p = Pipeline.named("copy");
    // #region debezium
    KafkaSource<OrderChange> told =
        Kafka.topic(topic).bootstrapServers(servers)
            .debezium(
                Formats.debezium(OrderChange.class, OrderChange::op)
                    .source("lsn", OrderChange::lsn)
                    .source("ts_ms", OrderChange::at))
            .maxOffsetsPerTrigger(1_000);

    ApplyChanges<OrderChange> applied =
        ApplyChanges.timed(
            p.source("changes", told).eventTime(OrderChange::at, Duration.ofMinutes(10)))
            .keys(OrderChange::id)
            .sequenceBy(OrderChange::lsn)
            .deletesWhen(col(OrderChange::op).eq("d"));

    applied.upserts()
        .select(row(Order::new).of(
            col(OrderChange::id), col(OrderChange::status), col(OrderChange::total)))
        .sink("orders", Jdbc.table(Order.class, "orders").url(url).upsert(Order::id));
    applied.deletes()
        .sink("gone", Jdbc.table(OrderChange.class, "orders").url(url).delete(OrderChange::id));
    p.quarantine(rejected);
    // #endregion
    return p;
  }

  private static String change(String op, long id, String status, long lsn, boolean wrapped) {
    String row = "{\"id\":%d,\"status\":\"%s\",\"total\":%s}".formatted(id, status, id + 0.5);
    String change =
        "{\"before\":%s,\"after\":%s,\"source\":{\"connector\":\"postgresql\",\"ts_ms\":%d,\"lsn\":%d},\"op\":\"%s\",\"ts_ms\":1}"
            .formatted(
                op.equals("d") ? "{\"id\":%d}".formatted(id) : "null",
                op.equals("d") ? "null" : row,
                START.plusSeconds(lsn).toEpochMilli(),
                lsn,
                op);
    return wrapped ? "{\"schema\":{\"type\":\"struct\"},\"payload\":%s}".formatted(change) : change;
  }

  /** Each order is made, changed and, every third, gone; some are made again. */
  private List<String> history() {
    List<String> changes = new ArrayList<>();
    for (long id = 0; id < ORDERS; id++) {
      boolean wrapped = id % 2 == 0;
      changes.add(change("c", id, "new", 3 * id + 1, wrapped));
      changes.add(change("u", id, "paid", 3 * id + 2, wrapped));
      changes.add(change(id % 3 == 0 ? "d" : "u", id, "sent", 3 * id + 3, wrapped));
    }
    return changes;
  }

  private void send(List<String> values) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String value : values) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, random.nextInt(3), null, bytes));
      }
    }
  }

  private RunReport run(String url) {
    try (StreamingRun run =
        Streaming.of(copy(url))
            .checkpoints(checkpoints.toString())
            .trigger(Trigger.availableNow())
            .accept("SINK-005")
            .start(kit.spark())) {
      return run.await();
    }
  }

  @Test
  void aTableIsCopiedFromChangesThatComeTwiceAndInAnyOrder() throws Exception {
    String url = PostgresServer.shared().createDatabase();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE orders (\"id\" BIGINT PRIMARY KEY, \"status\" TEXT, \"total\" FLOAT8)");
    }
    List<String> changes = history();
    changes.addAll(history().subList(0, 60)); // told twice
    Collections.shuffle(changes, random);
    List<String> noChanges =
        List.of(
            "{\"op\":\"t\",\"before\":null,\"after\":null}",
            "{\"op\":\"d\",\"before\":null,\"after\":null}",
            "{\"op\":\"c\",\"after\":{\"id\":1,\"status\":\"new\"}}",
            "{\"op\":\"?\"}",
            "{",
            "");
    changes.addAll(noChanges);
    changes.addAll(Collections.nCopies(5, null)); // tombstones
    send(changes.subList(0, 90));
    run(url);
    send(changes.subList(90, changes.size()));
    RunReport report = run(url);

    JdbcTable<Order> orders = Jdbc.table(Order.class, "orders").url(url);
    List<Order> copied = Pipeline.named("look").source("orders", orders).collect(kit.spark());
    assertThat(copied)
        .hasSize(26)
        .allMatch(order -> order.status().equals("sent") && order.id() % 3 != 0)
        .allMatch(order -> order.total() == order.id() + 0.5);
    assertThat(rejected.rows()).extracting(Rejected::row)
        .containsExactlyInAnyOrderElementsOf(noChanges);
    StageReport read = report.stage("changes").orElseThrow();
    assertThat(read.rejectedRows()).hasValue(noChanges.size());
    assertThat(read.dropped()).containsExactly(RuleCount.of("left out", 5));
    assertThat(rejected.rows()).allMatch(row -> row.topic().equals(topic) && row.offset() != null);
  }
}
