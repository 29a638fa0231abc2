package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.streaming.run.Trigger.every;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunReport;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.ConsoleStream;
import dev.sluice.streaming.run.Restarts;
import dev.sluice.streaming.run.StreamListener;
import dev.sluice.streaming.run.StreamProgress;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// @formatter:off: set by hand, as the guide shows it
@SparkTest
class StreamingTest {

  // #region records
  record Bid(String campaign, double price, Instant at) {}

  record Minute(Instant from, String campaign, long bids, double average) {}
  // #endregion

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final InMemorySink<Bid> all = InMemory.sink(Bid.class);
  private final InMemorySink<Minute> minutes = InMemory.sink(Minute.class);
  private final InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);

  @TempDir Path checkpoints;

  // #region pipeline
  static Pipeline auction(
      UnboundedSource<Bid> bids, EpochSink<Bid> all, EpochSink<Minute> minutes, EpochSink<Rejected> rejected) {
    Pipeline p = Pipeline.named("auction");
    CheckedStage<Bid> valid = p.source("bids", bids)
        .clean("valid bids", rules -> rules.require("a price", col(Bid::price).gt(0.0)));
    valid.sink("all", all);
    valid.eventTime(Bid::at, Duration.ofMinutes(10))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count(), avg(Bid::price)))
        .sink("minutes", minutes);
    return p.quarantine(rejected);
  }
  // #endregion

  private static Bid bid(String campaign, double price, int second) {
    return new Bid(campaign, price, NOON.plusSeconds(second));
  }

  @Test
  void start(SparkSession spark) {
    StreamInput<Bid> bids = StreamInput.of(Bid.class);
    Pipeline p = auction(bids, all, minutes, rejected);
    bids.add(bid("a", 2, 0), bid("a", 4, 30), bid("b", -1, 31));
    bids.add(bid("a", 1, 2_000));
    // #region start
    StreamingRun run = Streaming.of(p)
        .checkpoints(checkpoints.toString())
        .trigger(every(Duration.ofSeconds(5)))
        .restarts(Restarts.atMost(5).within(Duration.ofMinutes(10)))
        .listener(new ConsoleStream())
        .start(spark);
    // #endregion
    run.processAllAvailable();
    assertThat(minutes.rows()).containsExactly(new Minute(NOON, "a", 2, 3.0));
    assertThat(rejected.rows()).hasSize(1);
    // #region drain
    RunReport report = run.drain();
    System.Logger log = System.getLogger("auction");
    log.log(System.Logger.Level.DEBUG, report.toText());
    // #endregion
    assertThat(report.stage("valid bids").orElseThrow().conserved()).isTrue();
    assertThat(all.rows()).hasSize(3);
  }

  @Test
  void listen(SparkSession spark) {
    List<Duration> behind = new ArrayList<>();
    StreamInput<Bid> bids = StreamInput.of(Bid.class);
    Pipeline p = auction(bids, all, minutes, rejected);
    // #region listener
    StreamListener watch = new StreamListener() {
      @Override
      public void progressed(StreamProgress progress) {
        progress.watermark().ifPresent(time -> behind.add(Duration.between(time, progress.at())));
      }
    };
    Streaming stream = Streaming.of(p).checkpoints(checkpoints.toString()).listener(watch);
    // #endregion
    bids.add(bid("a", 2, 0));
    try (StreamingRun run = stream.start(spark)) {
      run.processAllAvailable();
      bids.add(bid("a", 2, 1));
      run.processAllAvailable();
    }
    assertThat(all.rows()).hasSize(2);
  }

  @Test
  void separate(SparkSession spark) {
    StreamInput<Bid> bids = StreamInput.of(Bid.class);
    Pipeline p = auction(bids, all, minutes, rejected);
    bids.add(bid("a", 2, 0));
    // #region alone
    StreamingRun run = Streaming.of(p).checkpoints(checkpoints.toString()).eachSinkAlone().start(spark);
    // #endregion
    run.processAllAvailable();
    run.drain();
    assertThat(all.rows()).hasSize(1);
  }
}
