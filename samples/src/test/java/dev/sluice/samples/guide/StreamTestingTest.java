package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.stream.CrashPoint.AFTER_SINKS;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.connect.Sink;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.io.memory.InMemory;
import dev.sluice.streaming.StreamInput;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.stream.StreamDriver;
import dev.sluice.testkit.stream.StreamSink;
import dev.sluice.testkit.stream.StreamSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of the page about tests of streams. */
@SparkTest
class StreamTestingTest {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  // @formatter:off
  // #region pipeline
  record Bid(String campaign, double price, Instant at) {}
  record Minute(Instant from, String campaign, long bids, double average) {}

  static Pipeline auction(UnboundedSource<Bid> bids, Sink<Bid> all, Sink<Minute> minutes) {
    Pipeline p = Pipeline.named("auction");
    CheckedStage<Bid> valid = p.source("bids", bids)
        .clean("valid", c -> c.require("a price", col(Bid::price).gt(0.0)));
    valid.sink("all", all);
    valid.eventTime(Bid::at, Duration.ofSeconds(10))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count(), avg(Bid::price)))
        .sink("minutes", minutes);
    return p;
  }
  // #endregion
  // @formatter:on

  private static Pipeline auction() {
    return auction(
        StreamInput.of(Bid.class), InMemory.sink(Bid.class), InMemory.sink(Minute.class));
  }

  @Test
  void drives(SparkKit kit) {
    // @formatter:off
    // #region drive
    StreamDriver driver = kit.stream(auction());
    StreamSource<Bid> bids = driver.source("bids", Bid.class);
    StreamSink<Minute> minutes = driver.sink("minutes", Minute.class);

    bids.push(new Bid("a", 1.0, NOON), new Bid("a", 3.0, NOON.plusSeconds(30)));
    driver.process();
    assertThat(minutes).isEmpty();                          // the minute is still open

    driver.advanceWatermarkTo(NOON.plusSeconds(60));
    assertThat(minutes).hasRows(new Minute(NOON, "a", 2, 2.0));
    // #endregion
    // @formatter:on
  }

  @Test
  void crashes(SparkKit kit) {
    StreamDriver driver = kit.stream(auction());
    StreamSource<Bid> bids = driver.source("bids", Bid.class);
    StreamSink<Bid> all = driver.sink("all", Bid.class);
    // @formatter:off
    // #region crash
    bids.push(new Bid("a", 1.0, NOON));
    driver.crash(AFTER_SINKS).restart();

    assertThat(all).hasRows(new Bid("a", 1.0, NOON));       // it came twice, as the same epoch
    // #endregion
    // @formatter:on
  }

  @Test
  void isTheSameInBatchAndStream(SparkKit kit) {
    List<Bid> bids =
        List.of(
            new Bid("a", 1.0, NOON),
            new Bid("b", 2.0, NOON.plusSeconds(50)),
            new Bid("a", 4.0, NOON.plusSeconds(65)));
    // @formatter:off
    // #region same
    kit.sameInBatchAndStream(auction()).rows("bids", bids).check();
    // #endregion
    // @formatter:on
  }
}
