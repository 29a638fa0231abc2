package dev.sluice.stages;

import static dev.sluice.stages.KafkaMessages.text;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.connect.BatchSink;
import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Texts;
import dev.sluice.io.kafka.KafkaSink;
import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunOptions;
import dev.sluice.run.RunReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** Rows into a real topic. */
@SparkTest
class KafkaSinkTest {

  record Bid(Long id, String ad, double price) {}

  record Traced(String key, String trace, String span, String text) {}

  record Timed(Instant at, int id) {}

  record Routed(Integer partition, int id) {}

  record Placed(long offset, int id) {}

  /** Upper case, and no way to leave a column out. */
  record Loud(Class<Bid> type) implements RowFormat<Bid> {
    @Override
    public String description() {
      return "loud";
    }

    @Override
    public Dataset<Row> parse(Texts texts) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Column write() {
      return functions.upper(functions.col("ad"));
    }
  }

  private final SparkKit kit;
  private final KafkaMessages messages = KafkaMessages.in(3);

  KafkaSinkTest(SparkKit kit) {
    this.kit = kit;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  private final <T extends Record> RunReport send(BatchSink<T> sink, T... rows) {
    Pipeline pipeline = Pipeline.named("send");
    pipeline.source("rows", InMemory.rows(sink.type(), Arrays.asList(rows))).sink("topic", sink);
    return pipeline.run(kit.spark());
  }

  private static List<String> parts(ConsumerRecord<byte[], byte[]> message) {
    return Arrays.asList(text(message.key()), text(message.value()));
  }

  private static List<String> headers(ConsumerRecord<byte[], byte[]> message) {
    return StreamSupport.stream(message.headers().spliterator(), false)
        .map(header -> header.key() + "=" + text(header.value()))
        .toList();
  }

  @Test
  void aRowIsTheValueAndItsKeyMayBeInBoth() {
    RunReport report =
        send(
            messages.described().json(Bid.class).append().keyedBy(Bid::id),
            new Bid(7L, "a", 1.5),
            new Bid(null, "b", 2));

    assertThat(messages.all()).extracting(KafkaSinkTest::parts)
        .containsExactlyInAnyOrder(
            List.of("7", "{\"id\":7,\"ad\":\"a\",\"price\":1.5}"),
            Arrays.asList(null, "{\"ad\":\"b\",\"price\":2.0}"));
    assertThat(report).wroteRows("topic", 2);
  }

  @Test
  void whatIsBesideTheValueIsNotInIt() {
    send(
        messages.described().csv(Traced.class)
            .key(Traced::key).header("trace", Traced::trace).header("span", Traced::span).append(),
        new Traced("k", "t", null, "x,y"));

    ConsumerRecord<byte[], byte[]> sent = messages.all().get(0);
    assertThat(parts(sent)).containsExactly("k", "\"x,y\"");
    assertThat(headers(sent)).containsExactly("trace=t");
  }

  @Test
  void rowsOfOneKeyComeIntoOnePartition() {
    KafkaSink<Bid> sink = messages.described().json(Bid.class).append().keyedBy(Bid::ad);
    for (int i = 0; i < 3; i++) {
      send(sink, new Bid(1L, "a", i), new Bid(2L, "b", i), new Bid(3L, "c", i));
    }

    assertThat(
        messages.all().stream().map(m -> text(m.key()) + m.partition()).distinct()).hasSize(3);
  }

  @Test
  void aTimestampIsThatOfTheMessageAndOfTheSendingIfItIsNull() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Instant at = before.minusSeconds(60);

    send(
        messages.described().json(Timed.class).timestamp(Timed::at).append(),
        new Timed(at, 1),
        new Timed(null, 2));

    assertThat(messages.all())
        .anyMatch(m -> m.timestamp() == at.toEpochMilli() && text(m.value()).equals("{\"id\":1}"))
        .anyMatch(m -> m.timestamp() >= before.toEpochMilli());
  }

  @Test
  void aTimestampThatKafkaCannotKeepFailsTheRun() {
    KafkaSink<Timed> sink =
        messages.described().json(Timed.class).timestamp(Timed::at).append();

    for (String at : List.of("2026-03-29T01:30:00.123456Z", "1969-12-31T00:00:00Z")) {
      assertThatThrownBy(() -> send(sink, new Timed(Instant.parse(at), 1)))
          .isInstanceOf(RunFailedException.class)
          .hasMessageContaining("Timed.at is the message's timestamp")
          .hasMessageContaining("truncate it before, or leave it in the value");
    }
    assertThat(messages.all()).isEmpty();
  }

  @Test
  void aRowMayChooseItsPartition() {
    send(
        messages.described().json(Routed.class).partition(Routed::partition).append(),
        new Routed(2, 1),
        new Routed(null, 2));

    assertThat(messages.all())
        .anyMatch(m -> m.partition() == 2 && text(m.value()).equals("{\"id\":1}"))
        .hasSize(2);
  }

  @Test
  void aPartitionThatIsNotThereFailsTheRun() {
    KafkaSink<Routed> sink =
        messages.described().timeout(Duration.ofSeconds(2)).json(Routed.class)
            .partition(Routed::partition).append();

    assertThatThrownBy(() -> send(sink, new Routed(7, 1)))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("a row chose a partition that the topic does not have (Partition 7");
  }

  @Test
  void aNullValueIsATombstone() {
    record Gone(String key, String value) {}

    send(
        messages.described().value(Gone.class, Gone::value).key(Gone::key).append(),
        new Gone("k", null));

    assertThat(messages.all()).extracting(KafkaSinkTest::parts)
        .containsExactly(Arrays.asList("k", null));
  }

  @Test
  void noRowsAreNoMessages() {
    assertThat(send(messages.described().json(Bid.class).append())).wroteRows("topic", 0);
    assertThat(messages.all()).isEmpty();
  }

  @Test
  void aSenderChoosesNoOffset() {
    KafkaSource<Placed> source = messages.described().json(Placed.class).offset(Placed::offset);

    assertThatIllegalStateException().isThrownBy(source::append)
        .withMessage(
            "Placed.offset is the message's offset, which no sender can choose: write a record without it, or leave it in the value");
  }

  @Test
  void aFormatOfWholeRowsCanLeaveNothingOut() {
    send(messages.described().format(new Loud(Bid.class)).append(), new Bid(1L, "a", 1));
    KafkaSource<Bid> keyed = messages.described().format(new Loud(Bid.class)).key(Bid::id);

    assertThat(messages.values()).containsExactly("A");
    assertThatIllegalStateException().isThrownBy(keyed::append)
        .withMessage("loud writes whole rows, and id would be left out: override write(given)");
  }

  @Test
  void aMessageThatIsTooLargeFailsTheRunWithTheRemedy() {
    KafkaSink<Bid> sink =
        messages.described().property("max.request.size", "1000").json(Bid.class).append();

    assertThatThrownBy(() -> send(sink, new Bid(1L, "x".repeat(2_000), 1)))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("a message is too large")
        .hasMessageContaining("raise property(\"max.request.size\", …)");
  }

  @Test
  void aRunThatReadsAndAppendsToATopicReadsWhatWasThereBefore() {
    messages.send("{\"id\":1,\"ad\":\"a\",\"price\":1}");
    KafkaSource<Bid> bids = messages.described().json(Bid.class);
    InMemorySink<Bid> seen = InMemory.sink(Bid.class);
    Pipeline pipeline = Pipeline.named("echo");
    pipeline.source("new", InMemory.rows(Bid.class, List.of(new Bid(2L, "b", 2))))
        .sink("append", bids.append());
    pipeline.source("bids", bids).sink("seen", seen);

    pipeline.run(kit.spark(), RunOptions.defaults().parallelSinks(1));

    assertThat(seen.rows()).containsExactly(new Bid(1L, "a", 1));
    assertThat(messages.all()).hasSize(2);
  }
}
