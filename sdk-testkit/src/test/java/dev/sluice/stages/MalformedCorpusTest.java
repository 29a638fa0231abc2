package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.quality.Rejected;
import dev.sluice.record.Precision;
import dev.sluice.stages.MalformedCorpus.Bad;
import dev.sluice.stages.MalformedCorpus.Place;
import dev.sluice.stages.MalformedCorpus.Topic;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.Restarts;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of many kinds of bad messages among good ones each is rejected once, with its reason, its place
 * and its bytes, and no good one is. {@code -Dsluice.malformed.each=250
 * -Dsluice.malformed.good=100000} is the long form.
 */
@SparkTest
class MalformedCorpusTest {

  private static final int GOOD = Integer.getInteger("sluice.malformed.good", 500);
  private static final int EACH = Integer.getInteger("sluice.malformed.each", 3);
  private static final long SEED = Long.getLong("sluice.malformed.seed", 20_261_127L);

  record Order(
      int id,
      String name,
      @Precision(value = 10, scale = 2) BigDecimal amount,
      Instant at,
      List<String> tags,
      long customer,
      String trace) {}

  record Sale(int id, String name, @Precision(value = 10, scale = 2) BigDecimal amount) {}

  record Bid(int id, String name, long cents) {}

  /** What a run made of a topic. */
  private record Read<T extends Record>(
      CheckedStage<T> stage, InMemorySink<T> good, InMemorySink<Rejected> bad) {

    static <T extends Record> Read<T> of(Pipeline pipeline, KafkaSource<T> source) {
      String name = source.type().getSimpleName();
      CheckedStage<T> stage = pipeline.source(name, source);
      Read<T> read =
          new Read<>(stage, InMemory.sink(source.type()), InMemory.sink(Rejected.class));
      stage.sink(name + "_rows", read.good());
      stage.rejected().sink(name + "_bad", read.bad());
      return read;
    }
  }

  private final SparkKit kit;

  MalformedCorpusTest(SparkKit kit) {
    this.kit = kit;
  }

  @Test
  void eachBadMessageIsRejectedOnceAndNoGoodOne() throws Exception {
    MalformedCorpus corpus = MalformedCorpus.send(GOOD, EACH, SEED);

    Made made = Made.of(corpus, new EpochsOf(Integer.MAX_VALUE));
    made.pipeline().run(kit.spark());

    assertThat(MalformedKind.all()).hasSizeGreaterThanOrEqualTo(40);
    made.isWhatWasSent(corpus);
  }

  @Test
  void soItIsInAStreamThatBreaksDownInBetween(@TempDir Path checkpoints) throws Exception {
    MalformedCorpus corpus = MalformedCorpus.send(GOOD, EACH, SEED);
    int sent = GOOD + EACH * MalformedKind.all().size();
    Set<Long> brokenDown = ConcurrentHashMap.newKeySet();

    Made made = Made.of(corpus, new EpochsOf(sent / 6));
    made.orders().stage().sink(
        "failing",
        Datasets.forEachBatch(
            Order.class,
            (rows, epoch) -> {
              if (epoch.id() % 2 == 1 && brokenDown.add(epoch.id())) {
                throw new IllegalStateException("broken down");
              }
            })
            .idempotent());
    Streaming.of(made.pipeline())
        .checkpoints(checkpoints.toString())
        .trigger(Trigger.availableNow())
        .restarts(Restarts.atMost(20).pausing(Duration.ofMillis(1), Duration.ofMillis(1)))
        .start(kit.spark())
        .await();

    assertThat(brokenDown).isNotEmpty();
    made.isWhatWasSent(corpus);
  }

  /** How a source is read. */
  private interface Reading {
    <T extends Record> KafkaSource<T> of(KafkaSource<T> source);
  }

  /** In epochs of so many messages. */
  private record EpochsOf(int messages) implements Reading {
    @Override
    public <T extends Record> KafkaSource<T> of(KafkaSource<T> source) {
      return source.maxOffsetsPerTrigger(messages);
    }
  }

  /** What a pipeline makes of all topics. */
  private record Made(Pipeline pipeline, Read<Order> orders, Read<Sale> sales, Read<Bid> bids) {

    static Made of(MalformedCorpus corpus, Reading reading) {
      Pipeline pipeline = Pipeline.named("corpus");
      return new Made(
          pipeline,
          Read.of(
              pipeline,
              reading.of(
                  corpus.topics().get(Topic.JSON).described().json(Order.class)
                      .key(Order::customer).header("trace", Order::trace))),
          Read.of(
              pipeline,
              reading.of(corpus.topics().get(Topic.CSV).described().csv(Sale.class))),
          Read.of(
              pipeline,
              reading.of(corpus.topics().get(Topic.AVRO).described().avro(Bid.class))));
    }

    void isWhatWasSent(MalformedCorpus corpus) {
      areTheBad(
          corpus,
          Stream.of(orders.bad(), sales.bad(), bids.bad()).flatMap(bad -> bad.rows().stream())
              .toList());
      assertThat(orders.good().rows()).hasSize(corpus.good().get(Topic.JSON));
      assertThat(sales.good().rows()).hasSize(corpus.good().get(Topic.CSV));
      assertThat(bids.good().rows()).hasSize(corpus.good().get(Topic.AVRO));
      long sum =
          orders.good().rows().stream().mapToLong(order -> cents(order.amount())).sum()
              + sales.good().rows().stream().mapToLong(sale -> cents(sale.amount())).sum()
              + bids.good().rows().stream().mapToLong(Bid::cents).sum();
      assertThat(sum).isEqualTo(corpus.sum());
    }
  }

  private static long cents(BigDecimal amount) {
    return amount.unscaledValue().longValueExact();
  }

  private static void areTheBad(MalformedCorpus corpus, List<Rejected> rejected) {
    List<String> wrong = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (Rejected row : rejected) {
      Place place = new Place(row.topic(), row.partition(), row.offset());
      places.add(place);
      Bad bad = corpus.bad().get(place);
      if (bad == null) {
        wrong.add("a good message was rejected: " + row);
      } else if (row.reasons().size() != 1
          || !row.reasons().get(0).matches("(?s)" + bad.kind().reason())) {
        wrong.add(bad.kind() + " was rejected because it " + row.reasons());
      } else if (!Arrays.equals(raw(row), bad.value() == null ? new byte[0] : bad.value())) {
        wrong.add(bad.kind() + " was rejected with other bytes");
      }
    }
    Set<Place> found = Set.copyOf(places);
    corpus.bad().forEach(
        (place, bad) -> {
          if (!found.contains(place)) {
            wrong.add(bad.kind() + " was not rejected");
          }
        });
    assertThat(wrong.stream().distinct().limit(50)).isEmpty();
    assertThat(places).doesNotHaveDuplicates().hasSize(corpus.bad().size());
  }

  /** As it was sent, also where a text could not show it. */
  private static byte[] raw(Rejected row) {
    return row.bytes() != null ? row.bytes() : KafkaMessages.bytes(row.row());
  }
}
