package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.udf;
import static dev.sluice.streaming.run.Trigger.realTime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.expr.Udf;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.io.kafka.KafkaTopic;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.evaluate.Drift;
import dev.sluice.ml.evaluate.Profiles;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.score.Model;
import dev.sluice.run.RunReport;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.bridge.RealTimeMode;
import dev.sluice.streaming.run.Restarts;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.model.TestModels;
import dev.sluice.testkit.server.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Streams from topic to topic, row by row. */
@SparkTest(conf = "spark.master=local[4]")
@Timeout(180)
@Tag("smoke")
class RealTimeTest {

  private static final Duration CHECKPOINTS = Duration.ofSeconds(5);

  record Bid(long id, String campaign, double price) {}

  record Campaign(String name, String owner) {}

  record Scored(long id, double probability) {}

  record Owned(long id, String owner, double price, String source) {}

  /** How many rows are still to fail. */
  static final AtomicInteger FAILURES = new AtomicInteger();

  static final Udf<String, Boolean> FRAGILE =
      udf("fragile", String.class, Boolean.class, RealTimeTest::pass);

  private final KafkaServer kafka = KafkaServer.shared();
  private final String bids = kafka.createTopic(1);
  private final String owned = kafka.createTopic(1);
  private final String rejected = kafka.createTopic(1);
  private final SparkKit kit;

  @TempDir
  Path checkpoints;

  RealTimeTest(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  private static boolean pass(String campaign) {
    if (FAILURES.getAndUpdate(left -> left - 1) == 1) {
      throw new IllegalStateException("a row that fails once");
    }
    return true;
  }

  private KafkaTopic topic(String name) {
    return Kafka.topic(name).bootstrapServers(kafka.bootstrapServers());
  }

  private void send(int from, int until) {
    send(
        IntStream.range(from, until)
            .mapToObj(i -> "{\"id\":%d,\"campaign\":\"a\",\"price\":2.0}".formatted(i))
            .toArray(String[]::new));
  }

  private void send(String... values) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(bids, value.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private Pipeline pipeline() {
    Pipeline p = Pipeline.named("auction");
    Stage<Campaign> campaigns =
        p.source("campaigns", InMemory.rows(Campaign.class, List.of(new Campaign("a", "Acme"))));
    // what sizes epochs has no meaning here, and Spark would refuse it
    p.source("bids", topic(bids).json(Bid.class).maxOffsetsPerTrigger(100))
        .clean("valid", rules -> rules.require("a price", col(Bid::price).gt(0.0)))
        .join(campaigns).on(Bid::campaign).equalTo(Campaign::name)
        .select((b, c) -> row(Owned::new).of(
            b.col(Bid::id), c.col(Campaign::owner), b.col(Bid::price), b.col(Bid::campaign)))
        .sink("owned", out().append().keyedBy(Owned::id));
    return p;
  }

  private KafkaSource<Owned> out() {
    return topic(owned).json(Owned.class).header("source", Owned::source);
  }

  private Streaming stream(Pipeline pipeline) {
    return Streaming.of(pipeline)
        .checkpoints(checkpoints.toString())
        .trigger(realTime(CHECKPOINTS));
  }

  /** Without Spark, whose slots the stream may need. */
  private List<ConsumerRecord<byte[], byte[]>> messages(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
      return all;
    }
  }

  private List<String> keys() {
    return messages(owned).stream().map(message -> text(message.key())).toList();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<String> headers(ConsumerRecord<byte[], byte[]> message, String... names) {
    return Stream.of(names).map(name -> text(message.headers().lastHeader(name).value())).toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static List<String> ids(int from, int until) {
    return IntStream.range(from, until).mapToObj(Integer::toString).toList();
  }

  private static void needRealTime() {
    assumeThat(RealTimeMode.ofThisSpark().isThere()).isTrue();
  }

  @Test
  void eachRowComesOnceAndARestartGoesOnWhereTheStreamWasDrained() throws Exception {
    needRealTime();
    send(0, 100);
    try (StreamingRun run = stream(pipeline()).start(kit.spark())) {
      await(() -> keys().size() >= 100);
      send(100, 200);
      await(() -> keys().size() >= 200);
      RunReport report = run.drain();

      assertThat(report.source("bids").orElseThrow().rows()).hasValue(200);
      assertThat(report.source("bids").orElseThrow().malformed()).hasValue(0);
      assertThat(report.stage("valid").orElseThrow().rowsIn()).hasValue(200);
      assertThat(report.sink("owned").orElseThrow().rows()).hasValue(200);
      assertThat(run.progress()).singleElement().satisfies(
          progress -> assertThat(progress.query()).isEqualTo("sinks/owned"));
    }
    send(200, 250);
    try (StreamingRun run = stream(pipeline()).start(kit.spark())) {
      run.processAllAvailable();
      run.drain();
    }

    assertThat(keys()).containsExactlyElementsOf(ids(0, 250));
  }

  @Test
  void aStreamOfEpochsGoesOnInRealTimeAndBack() throws Exception {
    needRealTime();
    for (int turn = 0; turn < 3; turn++) {
      send(turn * 10, turn * 10 + 10);
      Streaming next =
          turn == 1
              ? stream(pipeline())
              : stream(pipeline()).trigger(Trigger.availableNow()).eachSinkAlone();
      try (StreamingRun run = next.start(kit.spark())) {
        int sent = turn * 10 + 10;
        await(() -> keys().size() >= sent);
        run.drain();
      }
    }

    assertThat(keys()).containsExactlyElementsOf(ids(0, 30));
  }

  @Test
  void whatIsRejectedGoesToItsTopicByQueriesOfItsOwn() throws Exception {
    needRealTime();
    Pipeline pipeline = pipeline();
    pipeline.quarantine(topic(rejected).deadLetters());
    send("{\"id\":1,\"campaign\":\"a\",\"price\":2}", "no bid",
        "{\"id\":2,\"campaign\":\"a\",\"price\":-1}");

    try (StreamingRun run = stream(pipeline).start(kit.spark())) {
      await(() -> messages(rejected).size() >= 2 && !keys().isEmpty());
      RunReport report = run.drain();

      assertThat(report.source("bids").orElseThrow().malformed()).hasValue(1);
      assertThat(report.stage("valid").orElseThrow().rejectedRows()).hasValue(1);
      assertThat(report.sink("quarantine").orElseThrow().rows()).hasValue(2);
    }

    assertThat(keys()).containsExactly("1");
    assertThat(messages(rejected))
        .extracting(
            letter -> headers(letter, "sluice.stage", "sluice.reasons").get(0))
        .containsExactlyInAnyOrder("bids", "valid");
    assertThat(messages(rejected)).extracting(letter -> text(letter.value())).contains("no bid");
  }

  @Test
  void theMessagesAreThoseOfEpochs() throws Exception {
    needRealTime();
    send(0, 3);
    try (StreamingRun run =
        stream(pipeline()).trigger(Trigger.availableNow()).start(kit.spark())) {
      run.await();
    }
    List<ConsumerRecord<byte[], byte[]>> byEpochs = messages(owned);
    checkpoints = checkpoints.resolve("anew");
    try (StreamingRun run = stream(pipeline()).start(kit.spark())) {
      await(() -> messages(owned).size() >= 6);
      run.stop();
    }

    assertThat(byEpochs).hasSize(3);
    assertThat(messages(owned).subList(3, 6))
        .usingElementComparator(
            (a, b) -> Arrays.equals(a.key(), b.key())
                && Arrays.equals(a.value(), b.value())
                && a.headers().equals(b.headers()) ? 0 : 1)
        .containsExactlyElementsOf(byEpochs);
    assertThat(headers(byEpochs.get(0), "source")).containsExactly("a");
  }

  @Test
  void aStreamThatFailedSendsWhatCameSinceItsLastCheckpointAgain() throws Exception {
    needRealTime();
    FAILURES.set(1);
    Pipeline pipeline = Pipeline.named("auction");
    pipeline
        .source("bids", topic(bids).json(Bid.class))
        .filter(FRAGILE.call(col(Bid::campaign)).eq(true))
        .select(row(Owned::new).of(
            col(Bid::id), col(Bid::campaign), col(Bid::price), col(Bid::campaign)))
        .sink("owned", out().append().keyedBy(Owned::id));
    send(0, 20);

    try (StreamingRun run =
        stream(pipeline)
            .restarts(Restarts.atMost(3).pausing(Duration.ofMillis(10), Duration.ofMillis(10)))
            .start(kit.spark())) {
      await(() -> Set.copyOf(keys()).size() >= 20);
      run.drain();
    }

    assertThat(FAILURES).hasNegativeValue();
    assertThat(keys()).containsAll(ids(0, 20));
  }

  private static Model<Bid, Scored> model() {
    Model<Bid, Scored> plain =
        TestModels.logistic(Bid.class, -1)
            .number(Bid::price, 2).within(0, 100)
            .output(o -> row(Scored::new).of(o.in(Bid::id), o.probability()));
    Card card =
        Card.EMPTY.withProfiles(List.of(Profiles.ofNumbers("price", new double[]{1, 2, 3})));
    return Model.of(plain.document().with(card), Bid.class, Scored.class, "memory");
  }

  @Test
  void scoresAreSentRowByRowAndCounted() throws Exception {
    needRealTime();
    Model<Bid, Scored> model = model();
    Pipeline pipeline = Pipeline.named("auction");
    pipeline.source("bids", topic(bids).json(Bid.class))
        .score("ctr", model)
        .sink("scores", topic(owned).json(Scored.class).append().keyedBy(Scored::id));
    pipeline.quarantine(topic(rejected).deadLetters());
    send(0, 100);
    send("{\"id\":100,\"campaign\":\"a\",\"price\":1000}");

    RunReport report;
    try (StreamingRun run = stream(pipeline).start(kit.spark())) {
      await(() -> keys().size() >= 100 && !messages(rejected).isEmpty());
      report = run.drain();
    }

    assertThat(keys()).containsExactlyElementsOf(ids(0, 100));
    assertThat(text(messages(owned).get(0).value()))
        .contains("\"probability\":" + model.score(new Bid(0, "a", 2)).probability());
    assertThat(headers(messages(rejected).get(0), "sluice.reasons").get(0))
        .contains("price in 0 to 100");
    assertThat(model.drift(report, "ctr")).extracting(Drift::rows).containsExactly(100L);
  }

  @Test
  void moreTasksThanSlotsAreRefusedWithTheirNumbers() {
    needRealTime();
    String wide = kafka.createTopic(5);
    Pipeline pipeline = Pipeline.named("auction");
    pipeline.source("bids", topic(wide).json(Bid.class))
        .sink("copy", topic(owned).json(Bid.class).append());

    assertThatThrownBy(() -> stream(pipeline).start(kit.spark()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(
            "5 tasks have to run all the time (sink 'copy' of stage 'bids' 5), and this session has 4 slots")
        .hasMessageContaining("[RTM-012]");
  }

  @Test
  void aSparkWithoutRealTimeIsRefusedWithTheReason() {
    assumeThat(RealTimeMode.ofThisSpark().isThere()).isFalse();

    assertThatThrownBy(() -> stream(pipeline()).start(kit.spark()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("has no real-time mode, so it cannot start: take Spark 4.1 or later");
  }
}
