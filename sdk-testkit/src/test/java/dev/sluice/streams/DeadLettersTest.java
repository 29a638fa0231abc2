package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.Pipeline;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.kafka.KafkaTopic;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Messages that are no rows, on their way to another topic and home again. */
@SparkTest
@Timeout(180)
class DeadLettersTest {

  record Bid(long id, double price) {}

  record Letter(
      byte[] value,
      byte[] key,
      String stage,
      String reasons,
      String topic,
      String partition,
      String offset,
      String timestamp) {}

  record Sent(String key, Instant at, String value) {}

  private final KafkaServer kafka = KafkaServer.shared();
  private final String bids = kafka.createTopic(1);
  private final String repaired = kafka.createTopic(1);
  private final String rejected = kafka.createTopic(1);
  private final InMemorySink<Bid> good = InMemory.sink(Bid.class);
  private final SparkKit kit;

  @TempDir
  Path checkpoints;

  DeadLettersTest(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  private void send(String topic, byte[]... values) {
    for (byte[] value : values) {
      send(new ProducerRecord<>(topic, value));
    }
  }

  private void send(ProducerRecord<byte[], byte[]> message) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(message);
    }
  }

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private KafkaTopic topic(String name) {
    return Kafka.topic(name).bootstrapServers(kafka.bootstrapServers());
  }

  private void run() {
    Pipeline pipeline = Pipeline.named("auction");
    pipeline
        .source(
            "bids",
            Kafka.topics(bids, repaired)
                .bootstrapServers(kafka.bootstrapServers())
                .json(Bid.class)
                .maxOffsetsPerTrigger(100))
        .clean("valid", rules -> rules.require("a price", col(Bid::price).gt(0.0)))
        .sink("good", good);
    pipeline.quarantine(topic(rejected).deadLetters());
    try (StreamingRun run =
        Streaming.of(pipeline)
            .checkpoints(checkpoints.toString())
            .trigger(Trigger.availableNow())
            .start(kit.spark())) {
      run.await();
    }
  }

  private List<Letter> letters() {
    return Pipeline.named("letters")
        .source(
            "letters",
            topic(rejected)
                .value(Letter.class, Letter::value)
                .key(Letter::key)
                .header("sluice.stage", Letter::stage)
                .header("sluice.reasons", Letter::reasons)
                .header("sluice.topic", Letter::topic)
                .header("sluice.partition", Letter::partition)
                .header("sluice.offset", Letter::offset)
                .header("sluice.timestamp", Letter::timestamp))
        .collect(kit.spark());
  }

  @Test
  void theirBytesAndPlaceAreKeptAndRepairedOnesPassTheSameRules() {
    byte[] noText = {(byte) 0xff, (byte) 0xfe, 0};
    send(bids, text("{\"id\":1,\"price\":2}"), noText, text("{\"id\":2,\"price\":-1}"));

    run();

    assertThat(letters())
        .extracting(Letter::stage, Letter::topic, Letter::partition, Letter::offset)
        .containsExactlyInAnyOrder(
            tuple("bids", bids, "0", "1"),
            tuple("valid", null, null, null));
    assertThat(letters()).extracting(Letter::value).anySatisfy(
        value -> assertThat(value).isEqualTo(noText));
    assertThat(letters()).extracting(Letter::reasons).contains("a price");

    send(repaired, text("{\"id\":2,\"price\":1}"), text("{\"id\":3,\"price\":-5}"));
    run();

    assertThat(good.rows()).containsExactlyInAnyOrder(new Bid(1, 2), new Bid(2, 1));
    assertThat(letters()).hasSize(3);
  }

  @Test
  void aRepairedOneGoesHomeWithItsKeyAndItsTimestamp() {
    long sent = System.currentTimeMillis() - 3_600_000;
    send(new ProducerRecord<>(bids, 0, sent, text("campaign 7"), text("{\"id\":7,\"price\":")));

    run();
    Letter letter = letters().get(0);
    send(
        new ProducerRecord<>(
            repaired,
            null,
            Long.parseLong(letter.timestamp()),
            letter.key(),
            text(new String(letter.value(), StandardCharsets.UTF_8) + "3}")));
    run();

    assertThat(good.rows()).containsExactly(new Bid(7, 3));
    assertThat(
        Pipeline.named("home")
            .source(
                "home",
                topic(repaired).value(Sent.class, Sent::value).key(Sent::key).timestamp(Sent::at))
            .collect(kit.spark()))
        .containsExactly(
            new Sent("campaign 7", Instant.ofEpochMilli(sent), "{\"id\":7,\"price\":3}"));
  }

  @Test
  void aMessageWithoutAKeyIsALetterWithoutOne() {
    send(bids, text("{"));

    run();

    assertThat(letters()).extracting(Letter::key).containsOnlyNulls();
    assertThat(letters()).extracting(Letter::timestamp).doesNotContainNull();
  }
}
