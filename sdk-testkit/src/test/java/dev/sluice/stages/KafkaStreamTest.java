package dev.sluice.stages;

import static dev.sluice.stages.KafkaMessages.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Secret;
import dev.sluice.connect.Sources;
import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.io.kafka.KafkaTopic;
import dev.sluice.io.kafka.Offsets;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.KafkaServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics that are followed as streams, and what of them a stream and a batch run have alike. */
@SparkTest
class KafkaStreamTest {

  record Event(int id) {}

  record Placed(int id, String topic) {}

  private static final Instant FIRST =
      Instant.now().truncatedTo(ChronoUnit.HOURS).minusSeconds(3_600);

  private final SparkKit kit;
  private final KafkaMessages messages = KafkaMessages.in(2);
  private final KafkaSource<Event> events = messages.described().json(Event.class);
  private AvailableRows stream;

  KafkaStreamTest(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  /** Partition 0 has 1 to 3, a minute apart; partition 1 has 11, at the time of 1. */
  @BeforeEach
  void send(@TempDir Path checkpoint) {
    stream = new AvailableRows(kit.spark(), checkpoint);
    for (int i = 1; i <= 3; i++) {
      send(0, FIRST.plus(Duration.ofMinutes(i - 1)), i);
    }
    send(1, FIRST, 11);
  }

  private void send(int partition, Instant at, int id) {
    messages.send(partition, at.toEpochMilli(), null, bytes("{\"id\":%d}".formatted(id)));
  }

  private static String event(int id) {
    return "{\"id\":%d}".formatted(id);
  }

  private <T extends Record> List<Integer> inBatch(BoundedSource<T> source) {
    return AvailableRows.values(source.read(kit.spark()).collectAsList().stream(), "id");
  }

  @Test
  void aStreamBeginsWithTheFirstMessageAndGoesOnWhereItsCheckpointIs() throws Exception {
    assertThat(stream.<Integer>of(events, "id")).containsExactly(1, 2, 3, 11);

    messages.sendTo(1, event(12));

    assertThat(stream.<Integer>of(events, "id")).containsExactly(12);
  }

  @Test
  void aStreamMayBeginAtATime() throws Exception {
    assertThat(stream.<Integer>of(events.from(FIRST.plusSeconds(1)), "id")).containsExactly(2, 3);
  }

  @Test
  void aStreamMayBeginBehindTheLastMessage() throws Exception {
    assertThat(stream.<Integer>of(events.from(Offsets.latest()), "id")).isEmpty();

    messages.send(event(4));

    assertThat(stream.<Integer>of(events.from(Offsets.latest()), "id")).containsExactly(4);
  }

  @Test
  @Tag("smoke")
  void aStreamGoesOnWhereABatchRunEndedAndEachMessageIsReadOnce() throws Exception {
    KafkaSource<Event> backfill = events.fixed();
    messages.send(event(4)).sendTo(1, event(12)); // while the batch runs
    List<Integer> all = new ArrayList<>(inBatch(backfill));
    KafkaSource<Event> followed = events.from(backfill.until());

    all.addAll(stream.of(followed, "id"));
    messages.send(event(5));
    all.addAll(stream.of(followed, "id"));

    assertThat(all).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 11, 12);
  }

  @Test
  void aBatchOfAStreamHasSoManyMessagesAtMost() throws Exception {
    messages.sendTo(1, event(12), event(13), event(14));

    assertThat(stream.batches(events.maxOffsetsPerTrigger(3)))
        .hasSizeGreaterThan(2)
        .allMatch(batch -> batch.size() <= 3);
  }

  @Test
  void aBatchDoesNotWaitForMoreThanItMayHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> events.maxOffsetsPerTrigger(3).minOffsetsPerTrigger(4, Duration.ofSeconds(1)))
        .withMessage("a batch cannot wait for 4 messages and have 3 at most");
  }

  @Test
  void aStreamHasNoEnd() {
    KafkaSource<Event> ended = events.until(Offsets.of(Map.of(0, 1L, 1, 0L)));
    StreamContext context = new StreamContext(kit.spark(), "events");

    assertThatIllegalStateException().isThrownBy(() -> ended.readStream(context))
        .withMessageContaining(
            "a stream has no end, and until({0=1, 1=0}) is set: leave it out, or read the source in a batch run");
    assertThat(ended.checkStream(context)).hasSize(1);
  }

  @Test
  void whereAStreamBeganIsOfNoMatterWhenItGoesOn() {
    KafkaSource<Event> deleted = events.from(Offsets.of(Map.of(0, 99L, 1, 0L)));

    assertThat(deleted.check(kit.spark())).hasSize(1);
    assertThat(deleted.checkStream(new StreamContext(kit.spark(), "events"))).isEmpty();
  }

  @Test
  void aTopicThatIsNotThereIsFoundBeforeAStreamStarts() {
    KafkaTopic missing = messages.described().named("no-such-topic");

    assertThat(missing.json(Event.class).checkStream(new StreamContext(kit.spark(), "events")))
        .singleElement().asString().contains("there is no such topic");
  }

  @Test
  void severalTopicsAreOneSource() throws Exception {
    KafkaMessages others = KafkaMessages.in(1).send(event(21));
    KafkaSource<Placed> both =
        Kafka.topics(messages.topic(), others.topic())
            .bootstrapServers(messages.kafka().bootstrapServers())
            .json(Placed.class)
            .topic(Placed::topic);

    assertThat(kit.source(both).collect(kit.spark()))
        .contains(new Placed(1, messages.topic()), new Placed(21, others.topic()))
        .hasSize(5);
    assertThat(stream.<Integer>of(both, "id")).containsExactly(1, 2, 3, 11, 21);
  }

  @Test
  void offsetsOfSeveralTopicsNameTheirTopics() throws Exception {
    KafkaMessages others = KafkaMessages.in(1).send(event(21));
    KafkaSource<Event> both =
        Kafka.topics(messages.topic(), others.topic())
            .bootstrapServers(messages.kafka().bootstrapServers())
            .json(Event.class);
    KafkaSource<Event> fixed = both.fixed();
    others.send(event(22));

    assertThat(inBatch(fixed)).containsExactly(1, 2, 3, 11, 21);
    assertThat(fixed.until())
        .isEqualTo(
            Offsets.ofTopics(
                Map.of(messages.topic(), Map.of(0, 3L, 1, 1L), others.topic(), Map.of(0, 1L))));
    assertThat(stream.<Integer>of(both.from(fixed.until()), "id")).containsExactly(22);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> both.from(Offsets.of(Map.of(0, 1L))))
        .withMessageContaining("take Offsets.ofTopics(…)");
    assertThat(
        both.from(Offsets.ofTopics(Map.of(messages.topic(), Map.of(0, 1L, 1, 0L))))
            .check(kit.spark()))
        .singleElement().asString()
        .contains(others.topic() + " has the partitions [0], and offsets are given for []");
  }

  @Test
  void topicsOfAPatternAreFoundAlsoLater() throws Exception {
    KafkaServer kafka = messages.kafka();
    String prefix = messages.topic() + "-pattern-";
    kafka.createTopic(prefix + "a", 1);
    new KafkaMessages(kafka, prefix + "a").send(event(31));
    KafkaSource<Event> all =
        Kafka.topicPattern(prefix + ".*").bootstrapServers(kafka.bootstrapServers())
            .json(Event.class);

    assertThat(stream.<Integer>of(all, "id")).containsExactly(31);

    kafka.createTopic(prefix + "b", 1);
    new KafkaMessages(kafka, prefix + "b").send(event(32));

    assertThat(stream.<Integer>of(all, "id")).containsExactly(32);
    assertThat(inBatch(all)).containsExactly(31, 32);
    assertThat(all.reads(kit.spark())).hasSize(2);
  }

  @Test
  void aTopicThatIsMadeAfterABatchRunIsReadWhole() throws Exception {
    KafkaServer kafka = messages.kafka();
    String prefix = messages.topic() + "-later-";
    kafka.createTopic(prefix + "a", 1);
    new KafkaMessages(kafka, prefix + "a").send(event(31));
    KafkaSource<Event> all =
        Kafka.topicPattern(prefix + ".*").bootstrapServers(kafka.bootstrapServers())
            .json(Event.class);
    KafkaSource<Event> backfill = all.fixed();
    kafka.createTopic(prefix + "b", 1);
    new KafkaMessages(kafka, prefix + "b").send(event(32));

    assertThat(stream.<Integer>of(all.from(backfill.until()), "id")).containsExactly(32);
  }

  @Test
  void aPatternThatMatchesNoTopicIsNoBatch() {
    KafkaSource<Event> none =
        Kafka.topicPattern("there-is-none-of-.*")
            .bootstrapServers(messages.kafka().bootstrapServers())
            .json(Event.class);

    assertThat(none.check(kit.spark())).singleElement().asString()
        .contains("there is no topic yet whose name matches it");
    assertThat(none.checkStream(new StreamContext(kit.spark(), "events"))).isEmpty();
  }

  @Test
  void someOfThePartitionsAreRead() throws Exception {
    KafkaSource<Event> second = messages.described().partitions(1).json(Event.class);

    assertThat(inBatch(second)).containsExactly(11);
    assertThat(stream.<Integer>of(second, "id")).containsExactly(11);
    assertThat(messages.described().partitions(1, 7).json(Event.class).check(kit.spark()))
        .singleElement().asString().contains("has the partitions [0, 1], and 7 is chosen");
  }

  @Test
  void aSinkIsOneTopic() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Kafka.topics("a", "b").json(Event.class).append())
        .withMessageStartingWith("a sink is one topic with all its partitions, not topics a, b");
    assertThatIllegalStateException()
        .isThrownBy(() -> messages.described().partitions(0).json(Event.class).append());
  }

  @Test
  void aMessageOfAStreamThatIsNoRowHasItsReasonAndItsPlace() throws Exception {
    messages.sendTo(1, "{\"id\":\"twelve\"}");

    List<Row> malformed =
        stream.of(events).stream().filter(row -> row.getAs("__malformed") != null).toList();

    assertThat(malformed).hasSize(1);
    Row row = malformed.get(0);
    assertThat(row.<String>getAs("__malformed")).isEqualTo("{\"id\":\"twelve\"}");
    assertThat(row.<String>getAs("__reason")).contains("component 'id'");
    assertThat(row.<Row>getAs("__origin").toString())
        .startsWith("[%s,1,1,".formatted(messages.topic()));
  }

  @Test
  void aMessageThatIsNoRowMayFailTheStream() {
    messages.sendTo(1, "{\"id\":\"twelve\"}");

    assertThatThrownBy(() -> stream.of(events.failFast()))
        .hasStackTraceContaining("a row cannot be parsed: {\"id\":\"twelve\"}");
    assertThat(events.failFast().mayReject()).isFalse();
  }

  @Test
  void aTopicMayBeATableInAStream() {
    BoundedSource<Event> table = Sources.bounded(events);

    assertThat(table).isNotInstanceOf(UnboundedSource.class);
    assertThat(inBatch(table)).containsExactly(1, 2, 3, 11);
    assertThat(table.description()).isEqualTo(events.description());
  }

  @Test
  void aSecretIsNotShownByAStreamThatUsesIt() throws Exception {
    String canary = "canary-7Zq";
    KafkaSource<Event> secret =
        messages.described().property("ssl.key.password", Secret.of(canary))
            .json(Event.class);
    Dataset<Row> rows = secret.readStream(new StreamContext(kit.spark(), "events"));

    assertThat(stream.of(secret)).hasSize(4);
    assertThat(rows.queryExecution().toString() + secret.description()).doesNotContain(canary);
  }
}
