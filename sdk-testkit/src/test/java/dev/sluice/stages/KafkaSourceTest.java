package dev.sluice.stages;

import static dev.sluice.stages.KafkaMessages.bytes;
import static dev.sluice.stages.KafkaMessages.header;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.Pipeline;
import dev.sluice.io.format.Formats;
import dev.sluice.io.format.InDoubt;
import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RuleCount;
import dev.sluice.run.SourceReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages of a real topic as rows. */
@SparkTest
class KafkaSourceTest {

  record Pair(int id, String name) {}

  record Message(
      int id,
      String key,
      String trace,
      byte[] span,
      Instant at,
      String topic,
      int partition,
      long offset) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Message m && m.toString().equals(toString());
    }

    @Override
    public int hashCode() {
      return id;
    }

    @Override
    public String toString() {
      return "%d %s %s %s %s %s %d %d"
          .formatted(id, key, trace, KafkaMessages.text(span), at, topic, partition, offset);
    }
  }

  record ByNumber(long id, String name) {}

  record ByNumberOrNull(Integer id, String name) {}

  record Raw(String key, String value) {}

  record RawBytes(byte[] value, long offset) {}

  private final SparkKit kit;
  private final KafkaMessages messages = KafkaMessages.in(2);

  KafkaSourceTest(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  private <T extends Record> List<Rejected> rejected(KafkaSource<T> source) {
    return kit.source(source).rejected().collect(kit.spark());
  }

  @Test
  void valuesOfAllPartitionsAreRows() {
    messages.sendTo(0, "{\"id\":1,\"name\":\"a\"}", "{\"id\":2,\"name\":\"b\"}");
    messages.sendTo(1, "{\"id\":3}");

    assertThat(kit.source(messages.described().json(Pair.class)))
        .hasRows(new Pair(1, "a"), new Pair(2, "b"), new Pair(3, null));
  }

  @Test
  void aFormatMayHaveItsOwnSettings() {
    messages.send("1;a");

    assertThat(
        kit.source(messages.described().format(Formats.csv(Pair.class).separator(";"))))
        .hasRows(new Pair(1, "a"));
  }

  @Test
  void anEmptyTopicHasNoRows() {
    assertThat(kit.source(messages.described().json(Pair.class))).isEmpty();
  }

  @Test
  @Tag("smoke")
  void whatIsBesideTheValueIsGivenWhereItIsAskedFor() {
    long millis = System.currentTimeMillis();
    messages.send(
        1, millis, bytes("k"), bytes("{\"id\":7}"), header("trace", "first"),
        header("trace", "t-1"), header("span", "s"));
    messages.send(1, millis + 1, null, bytes("{\"id\":8,\"key\":\"of the value\"}"));

    KafkaSource<Message> source =
        messages.described().json(Message.class)
            .key(Message::key)
            .header("trace", Message::trace)
            .header("span", Message::span)
            .timestamp(Message::at)
            .topic(Message::topic)
            .partition(Message::partition)
            .offset(Message::offset);

    assertThat(kit.source(source))
        .hasRows(
            new Message(
                7, "k", "t-1", bytes("s"), Instant.ofEpochMilli(millis),
                messages.topic(), 1, 0),
            new Message(
                8, null, null, null, Instant.ofEpochMilli(millis + 1),
                messages.topic(), 1, 1));
  }

  @Test
  void aKeyMayBeANumberInDigits() {
    messages.send(0, null, bytes("-42"), bytes("{\"name\":\"a\"}"));
    messages.send(1, null, null, bytes("{\"name\":\"b\"}"));

    assertThat(kit.source(messages.described().json(ByNumberOrNull.class).key(ByNumberOrNull::id)))
        .hasRows(new ByNumberOrNull(-42, "a"), new ByNumberOrNull(null, "b"));
  }

  @Test
  void aMessageThatIsNoRowIsRejectedWithItsPlaceAndText() {
    messages.sendTo(1, "{\"id\":1}", "{\"id\":", null, "");

    assertThat(rejected(messages.described().json(Pair.class)))
        .extracting(
            Rejected::topic, Rejected::partition, Rejected::offset, Rejected::row, Rejected::bytes,
            r -> r.reasons().get(0).replaceFirst(":.*", ""))
        .containsExactlyInAnyOrder(
            tuple(messages.topic(), 1, 1L, "{\"id\":", null, "is not JSON"),
            tuple(messages.topic(), 1, 2L, "", null, "is NULL"),
            tuple(messages.topic(), 1, 3L, "", null, "is empty"));
  }

  @Test
  void bytesThatAreNoUtf8AreRejectedByteByByte() {
    byte[] latin = "{\"id\":1,\"name\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    messages.send(0, null, null, latin);
    messages.send(0, null, null, new byte[]{(byte) 0xff, 0, (byte) 0xfe});

    for (KafkaSource<Pair> source : List.of(
        messages.described().json(Pair.class), messages.described().csv(Pair.class))) {
      assertThat(rejected(source))
          .extracting(Rejected::bytes)
          .containsExactlyInAnyOrder(latin, new byte[]{(byte) 0xff, 0, (byte) 0xfe});
    }
  }

  @Test
  void aKeyThatIsNoValueOfItsComponentIsRejectedWithTheValueOfTheMessage() {
    messages.send(0, null, bytes("1"), bytes("{\"name\":\"good\"}"));
    messages.send(0, null, bytes("1.5"), bytes("{\"name\":\"a\"}"));
    messages.send(0, null, bytes("9999999999999999999"), bytes("{\"name\":\"b\"}"));
    messages.send(0, null, null, bytes("{\"name\":\"c\"}"));

    KafkaSource<ByNumber> source = messages.described().json(ByNumber.class).key(ByNumber::id);

    assertThat(kit.source(source)).hasRows(new ByNumber(1, "good"));
    assertThat(rejected(source))
        .extracting(Rejected::offset, Rejected::row, Rejected::reasons)
        .containsExactlyInAnyOrder(
            tuple(1L, "{\"name\":\"a\"}", List.of("component 'id' in the key is no long")),
            tuple(2L, "{\"name\":\"b\"}", List.of("component 'id' in the key is no long")),
            tuple(3L, "{\"name\":\"c\"}", List.of("component 'id' in the key is NULL")));
  }

  @Test
  void aHeaderThatIsNoTextIsRejected() {
    messages.send(
        0, null, null, bytes("{\"id\":1}"),
        new RecordHeader("n", new byte[]{(byte) 0xff}));

    assertThat(rejected(messages.described().json(Pair.class).header("n", Pair::name)))
        .flatExtracting(Rejected::reasons)
        .containsExactly("component 'name' in the header 'n' is not UTF-8");
  }

  @Test
  void wholeValuesAreTextsOrBytesAndTombstonesAreNull() {
    messages.send(0, null, bytes("k"), bytes("anything"));
    messages.send(0, null, bytes("k"), null);
    messages.send(0, null, bytes("k"), bytes(""));

    assertThat(kit.source(messages.described().value(Raw.class, Raw::value).key(Raw::key)))
        .hasRows(new Raw("k", "anything"), new Raw("k", null), new Raw("k", ""));
    assertThat(
        kit.source(
            messages.described().value(RawBytes.class, RawBytes::value).offset(RawBytes::offset))
            .collect(kit.spark()))
        .extracting(RawBytes::value)
        .containsExactlyInAnyOrder(bytes("anything"), null, bytes(""));
  }

  @Test
  void aWholeValueThatIsNoTextIsRejectedAndAsBytesItIsNot() {
    messages.send(0, null, null, new byte[]{(byte) 0xc3});

    assertThat(rejected(messages.described().value(Raw.class, Raw::value).key(Raw::key)))
        .extracting(Rejected::bytes)
        .containsExactly(new byte[]{(byte) 0xc3});
    assertThat(
        rejected(
            messages.described().value(RawBytes.class, RawBytes::value).offset(RawBytes::offset)))
        .isEmpty();
  }

  @Test
  void tombstonesCanBeLeftOut() {
    messages.send("{\"id\":1}", null, "");

    assertThat(rejected(messages.described().json(Pair.class).withoutTombstones()))
        .flatExtracting(Rejected::reasons)
        .containsExactly("is empty");
  }

  private <T extends Record> SourceReport reportOn(KafkaSource<T> source) {
    Pipeline pipeline = Pipeline.named("counts");
    pipeline.source("messages", source).sink("rows", InMemory.sink(source.type()));
    return pipeline.run(kit.spark()).sources().get(0);
  }

  @Test
  void tombstonesThatAreLeftOutAreCounted() {
    messages.send("{\"id\":1}", null, "", null);

    SourceReport report = reportOn(messages.described().json(Pair.class).withoutTombstones());

    assertThat(report.rows()).hasValue(4);
    assertThat(report.malformed()).hasValue(1);
    assertThat(report.leftOut()).hasValue(2);
  }

  @Test
  void aTombstoneOfARowWithAKeyIsLeftOutWhateverTheKeyIs() {
    messages.send(0, null, new byte[]{(byte) 0xc3}, null);
    messages.send(0, null, bytes("7"), bytes("{\"name\":\"a\"}"));

    assertThat(
        kit.source(
            messages.described().json(ByNumber.class).key(ByNumber::id).withoutTombstones()))
        .hasRows(new ByNumber(7, "a"));
  }

  @Test
  void aSourceThatFailsFastCountsItsDoubts() {
    messages.send("{\"id\":1,\"more\":2}", "{\"id\":2}", null);

    SourceReport report =
        reportOn(
            messages.described()
                .format(Formats.json(Pair.class).unknownFields(InDoubt.WARN))
                .withoutTombstones()
                .failFast());

    assertThat(report.rows()).hasValue(3);
    assertThat(report.malformed()).hasValue(0);
    assertThat(report.leftOut()).hasValue(1);
    assertThat(report.doubtful())
        .containsExactly(RuleCount.of("a field that the record does not have", 1));
  }

  @Test
  void messagesOfAnAbortedTransactionAreNotRead() {
    messages.send("{\"id\":1}");
    try (var producer = messages.producer(Map.of("transactional.id", "t"))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(
          new ProducerRecord<>(
              messages.topic(), 0, null, bytes("{\"id\":2}")));
      producer.flush();
      producer.abortTransaction();
    }
    messages.send("{\"id\":3}");

    assertThat(kit.source(messages.described().json(Pair.class)))
        .hasRows(new Pair(1, null), new Pair(3, null));
    assertThat(
        kit.source(
            messages.described().property("isolation.level", "read_uncommitted")
                .json(Pair.class)))
        .hasCount(3);
  }

  @Test
  void theReportCountsMessagesAndThoseThatAreNoRows() {
    messages.send("{\"id\":1}", "{\"id\":2}", "no");
    InMemorySink<Rejected> quarantine = InMemory.sink(Rejected.class);
    Pipeline pipeline = Pipeline.named("pairs");
    pipeline.source("pairs", messages.described().json(Pair.class))
        .sink("all", InMemory.sink(Pair.class));
    pipeline.quarantine(quarantine);

    assertThat(pipeline.run(kit.spark()))
        .readRows("pairs", 3).malformedRows("pairs", 1).wroteRows("all", 2);
    assertThat(quarantine.rows()).extracting(Rejected::row).containsExactly("no");
  }

  @Test
  void moreTasksThanPartitionsCanRead() {
    for (int i = 0; i < 4; i++) {
      messages.sendTo(i % 2, "{\"id\":1}", "{\"id\":2}");
    }
    KafkaSource<Pair> source = messages.described().json(Pair.class);

    assertThat(source.read(kit.spark()).rdd().getNumPartitions()).isEqualTo(2);
    assertThat(source.minPartitions(4).read(kit.spark()).rdd().getNumPartitions()).isEqualTo(4);
    assertThat(source.maxRecordsPerPartition(1).read(kit.spark()).rdd().getNumPartitions())
        .isEqualTo(8);
  }

  @Test
  void headersAreFetchedOnlyIfTheyAreAskedFor() {
    messages.send("{\"id\":1}");
    KafkaSource<Pair> source = messages.described().json(Pair.class);

    assertThat(plan(source)).doesNotContain("headers");
    assertThat(plan(source.header("n", Pair::name))).contains("headers");
  }

  @Test
  void acceptedRowsNeedNoPlaceOfTheirMessage() {
    messages.send("{\"id\":1}");

    assertThat(kit.source(messages.described().json(Pair.class)).toDataset(kit.spark())
        .queryExecution().optimizedPlan().toString().lines()
        .filter(line -> line.contains("Project")).toList())
        .isNotEmpty()
        .noneMatch(line -> line.contains("offset"));
  }

  private String plan(KafkaSource<Pair> source) {
    return source.read(kit.spark()).queryExecution().optimizedPlan().toString();
  }

  @Test
  void aPlaceIsGivenOnce() {
    KafkaSource<Raw> source = messages.described().json(Raw.class).key(Raw::key);

    assertThatIllegalArgumentException().isThrownBy(() -> source.header("h", Raw::key))
        .withMessage("Raw.key is the key already");
    assertThatIllegalArgumentException().isThrownBy(() -> source.key(Raw::value))
        .withMessage("the key is key already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> messages.described().value(Raw.class, Raw::value).key(Raw::value))
        .withMessage("Raw.value is the value already");
  }
}
