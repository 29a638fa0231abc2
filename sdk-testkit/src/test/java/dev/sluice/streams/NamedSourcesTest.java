package dev.sluice.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.io.file.Files;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.stream.Streams;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.bridge.SourceNames;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.KafkaServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of source has the name of its stage, and goes on by it whatever is added before it. */
@SparkTest
@Timeout(120)
class NamedSourcesTest {

  record Item(int id) {}

  private final SparkKit kit;
  private final KafkaServer kafka = KafkaServer.shared();
  private final String topic = kafka.createTopic(1);
  private final StreamInput<Item> memory = StreamInput.of(Item.class);
  private final Delivered<Item> items = Delivered.of(Item.class);

  @TempDir
  Path checkpoints;

  NamedSourcesTest(SparkKit kit) {
    this.kit = kit;
    assumeTrue(SourceNames.areKnown(), "this Spark knows sources by their order alone");
  }

  @BeforeEach
  void first() {
    kit.file("files/1.json", "{\"id\":1}");
    kit.file("format/2.json", "{\"id\":2}");
    memory.add(new Item(3));
    send(4);
  }

  private void send(int id) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(topic,
              "{\"id\":%d}".formatted(id).getBytes(StandardCharsets.UTF_8)));
    }
  }

  private Map<String, UnboundedSource<Item>> sources() {
    Map<String, UnboundedSource<Item>> sources = new LinkedHashMap<>();
    sources.put("files", Files.json(Item.class, kit.path("files")).followed());
    sources.put(
        "any format",
        Streams.format("json", Item.class).withSchema().option("path", kit.path("format")));
    sources.put("memory", memory);
    sources.put(
        "topic", Kafka.topic(topic).bootstrapServers(kafka.bootstrapServers()).json(Item.class));
    return sources;
  }

  private void run(List<String> names) {
    Pipeline pipeline = Pipeline.named("items");
    Map<String, UnboundedSource<Item>> sources = sources();
    names.stream()
        .<Stage<Item>>map(name -> pipeline.source(name, sources.get(name)))
        .reduce(Stage::union)
        .orElseThrow()
        .sink("items", items);
    Streaming.of(pipeline)
        .checkpoints(checkpoints.toString())
        .trigger(Trigger.availableNow())
        .start(kit.spark())
        .await();
  }

  @Test
  @Tag("smoke")
  void eachKindGoesOnByItsName() throws IOException {
    run(List.of("memory", "topic", "any format"));
    assertThat(items.rows()).extracting(Item::id).containsExactlyInAnyOrder(2, 3, 4);
    items.clear();
    kit.file("format/12.json", "{\"id\":12}");
    memory.add(new Item(13));
    send(14);

    run(List.of("files", "topic", "any format", "memory"));

    assertThat(items.rows()).extracting(Item::id).containsExactlyInAnyOrder(1, 12, 13, 14);
    assertThat(checkpoints.resolve("items/stream/sources/topic")).exists();
  }
}
