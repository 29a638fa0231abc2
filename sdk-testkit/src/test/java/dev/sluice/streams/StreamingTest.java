package dev.sluice.streams;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunReport;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines that run as streams. */
@SparkTest
@Timeout(120)
class StreamingTest {

  record Bid(String campaign, double price, Instant at) {}

  record Campaign(String campaign, String advertiser) {}

  record Sold(String advertiser, double price) {}

  record Minute(Instant from, String campaign, long bids, double average) {}

  record Total(String campaign, long bids) {}

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final StreamInput<Bid> bids = StreamInput.of(Bid.class);
  private final Pipeline pipeline = Pipeline.named("auction");
  private final Delivered<Rejected> rejected = Delivered.of(Rejected.class);

  @TempDir
  Path checkpoints;

  private static Bid bid(String campaign, double price, int second) {
    return new Bid(campaign, price, START.plusSeconds(second));
  }

  private CheckedStage<Bid> valid() {
    return pipeline.source("bids", bids)
        .clean("valid", rules -> rules.require("a price", col(Bid::price).gt(0.0)));
  }

  private StreamingRun start(SparkSession spark) {
    return Streaming.of(pipeline).checkpoints(checkpoints.toString()).start(spark);
  }

  @Test
  void severalSinksAndTheQuarantineGetTheRowsOfEachEpoch(SparkSession spark) {
    Delivered<Bid> all = Delivered.of(Bid.class);
    Delivered<Bid> dear = Delivered.of(Bid.class);
    CheckedStage<Bid> valid = valid();
    valid.sink("all", all);
    valid.filter(col(Bid::price).gt(5.0)).sink("dear", dear);
    pipeline.quarantine(rejected);
    bids.add(bid("a", 1, 0), bid("b", 9, 1), bid("c", -1, 2));

    try (StreamingRun run = start(spark)) {
      run.processAllAvailable();
      bids.add(bid("d", 7, 3));
      run.processAllAvailable();

      assertThat(all.rows()).extracting(Bid::campaign).containsExactly("a", "b", "d");
      assertThat(dear.rows()).extracting(Bid::campaign).containsExactly("b", "d");
      assertThat(rejected.rows()).extracting(Rejected::reasons)
          .containsExactly(List.of("a price"));
      assertThat(all.epochs()).containsExactly(0L, 1L);
      RunReport report = run.drain();
      assertThat(report.stage("valid").orElseThrow().rowsIn()).hasValue(4);
      assertThat(report.stage("valid").orElseThrow().conserved()).isTrue();
    }
  }

  @Test
  void rowsAreJoinedWithTablesThatStayAsTheyAre(SparkSession spark) {
    Delivered<Sold> sold = Delivered.of(Sold.class);
    valid()
        .join(
            pipeline.source(
                "campaigns",
                InMemory.rows(Campaign.class, List.of(new Campaign("a", "Acme")))))
        .on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Sold::new).of(c.col(Campaign::advertiser), b.col(Bid::price)))
        .sink("sold", sold);
    bids.add(bid("a", 1, 0), bid("b", 9, 1));

    try (StreamingRun run = start(spark)) {
      run.processAllAvailable();
      assertThat(sold.rows()).containsExactly(new Sold("Acme", 1));
    }
  }

  @Test
  void windowsComeOutWhenTheyAreClosedBesideWhatNeedsNoTime(SparkSession spark) {
    Delivered<Minute> minutes = Delivered.of(Minute.class);
    Delivered<Bid> all = Delivered.of(Bid.class);
    CheckedStage<Bid> valid = valid();
    valid.sink("all", all);
    valid.eventTime(Bid::at, Duration.ofSeconds(10))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count(), avg(Bid::price)))
        .sink("minutes", minutes);
    pipeline.quarantine(rejected);

    try (StreamingRun run = start(spark)) {
      bids.add(bid("a", 1, 0), bid("a", 3, 30), bid("x", -1, 31));
      run.processAllAvailable();
      assertThat(minutes.rows()).isEmpty();
      bids.add(bid("a", 4, 71));
      run.processAllAvailable();

      assertThat(minutes.rows()).containsExactly(new Minute(START, "a", 2, 2.0));
      assertThat(all.rows()).hasSize(3);
      assertThat(rejected.rows()).hasSize(1);
      RunReport report = run.drain();
      assertThat(report.stage("valid").orElseThrow().rowsIn()).hasValue(4);
      assertThat(run.progress().get(0).watermark())
          .hasValue(START.plusSeconds(61));
    }
  }

  @Test
  void groupsThatNoTimeClosesComeEachTimeTheyChangeBesideWindowsThatComeOnce(SparkSession spark) {
    Delivered<Total> totals = Delivered.byKey(Total.class, "campaign");
    Delivered<Minute> minutes = Delivered.of(Minute.class);
    CheckedStage<Bid> valid = valid();
    valid.filter(col(Bid::campaign).isNotNull())
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))
        .sink("totals", totals);
    valid.eventTime(Bid::at, Duration.ofSeconds(10))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count(), avg(Bid::price)))
        .sink("minutes", minutes);

    try (StreamingRun run = start(spark)) {
      bids.add(bid("a", 1, 0), bid("a", 3, 30));
      run.processAllAvailable();
      bids.add(bid("a", 4, 71));
      run.processAllAvailable();

      assertThat(totals.rows()).containsExactly(new Total("a", 2), new Total("a", 3));
      assertThat(minutes.rows()).containsExactly(new Minute(START, "a", 2, 2.0));
    }
  }

  @Test
  void aDrainedStreamGoesOnWhereItWasAndRepeatsNothing(SparkSession spark) throws Exception {
    CountDownLatch inHand = new CountDownLatch(1);
    Delivered<Bid> all =
        Delivered.calling(
            Bid.class,
            epoch -> {
              inHand.countDown();
              pause();
            });
    valid().sink("all", all);
    bids.add(bid("a", 1, 0));
    StreamingRun first = start(spark);
    assertThat(inHand.await(60, TimeUnit.SECONDS)).isTrue();
    bids.add(bid("b", 1, 1));

    first.drain();

    assertThat(first.isRunning()).isFalse();
    assertThat(all.rows()).extracting(Bid::campaign).containsExactly("a");
    try (StreamingRun second = start(spark)) {
      second.processAllAvailable();
    }
    assertThat(all.rows()).extracting(Bid::campaign).containsExactly("a", "b");
    assertThat(all.epochs()).containsExactly(0L, 1L);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException("broken off", e);
    }
  }

  @Test
  void aSinkThatFailsEndsTheStreamAndTheEpochIsRepeatedByTheNextStart(SparkSession spark) {
    AtomicBoolean full = new AtomicBoolean(true);
    Delivered<Bid> all =
        Delivered.calling(
            Bid.class,
            epoch -> {
              if (full.getAndSet(false)) {
                throw new IllegalStateException("disk full");
              }
            });
    valid().sink("all", all);
    bids.add(bid("a", 1, 0));
    StreamingRun first = start(spark);

    assertThatThrownBy(first::await)
        .isInstanceOf(StreamFailedException.class)
        .hasMessageContaining("stream 'auction' failed")
        .hasMessageContaining("StreamingTest.java:")
        .hasMessageContaining("sink 'all' failed: disk full");

    try (StreamingRun second = start(spark)) {
      second.processAllAvailable();
    }
    assertThat(all.epochs()).containsExactly(0L);
    assertThat(all.rows()).hasSize(1);
  }

  @Test
  void eachSinkMayHaveAQueryOfItsOwn(SparkSession spark) {
    Delivered<Bid> all = Delivered.of(Bid.class);
    Delivered<Bid> dear = Delivered.of(Bid.class);
    CheckedStage<Bid> valid = valid();
    valid.sink("all", all);
    valid.filter(col(Bid::price).gt(5.0)).sink("dear", dear);
    bids.add(bid("a", 1, 0), bid("b", 9, 1));

    try (StreamingRun run =
        Streaming.of(pipeline).checkpoints(checkpoints.toString()).eachSinkAlone().start(spark)) {
      run.processAllAvailable();

      assertThat(all.rows()).hasSize(2);
      assertThat(dear.rows()).hasSize(1);
    }
    assertThat(checkpoints.resolve("auction/sinks/dear/commits/0")).exists();
  }

  @Test
  void theSameDefinitionRunsAsABatch(SparkSession spark) {
    StreamInput<Bid> input = StreamInput.of(Bid.class);
    input.add(bid("a", 1, 0), bid("a", 2, 1));

    assertThat(
        Pipeline.named("batch").source("bids", input)
            .groupBy(Bid::campaign)
            .aggregate(row(Total::new).of(key(Bid::campaign), count()))
            .collect(spark))
        .containsExactly(new Total("a", 2));
  }
}
