package dev.sluice.testkit.jvm;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.streaming.StreamInput;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.stream.StreamDriver;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Uses what tests of streams use, where the module for streams is there. */
@SparkTest
final class WarmUpStreamCases {

  record Bid(String campaign, double price, Instant at) {}

  record Minute(Instant from, String campaign, long bids, double average) {}

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @Test
  void windows(SparkKit kit) {
    StreamDriver driver = kit.stream(auction());
    driver
        .source("bids", Bid.class)
        .push(new Bid("a", 1, NOON), new Bid("a", 3, NOON.plusSeconds(30)), new Bid("b", -1, NOON));
    driver.advanceWatermarkTo(NOON.plusSeconds(60));

    assertThat(driver.sink("minutes", Minute.class)).hasRows(new Minute(NOON, "a", 2, 2.0));
  }

  private static Pipeline auction() {
    Pipeline pipeline = Pipeline.named("auction");
    CheckedStage<Bid> bids =
        pipeline.source("bids", StreamInput.of(Bid.class))
            .clean("valid", c -> c.require("a price", col(Bid::price).gt(0.0)));
    bids.sink("all", InMemory.sink(Bid.class));
    bids.eventTime(Bid::at, Duration.ofSeconds(10))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count(), avg(Bid::price)))
        .sink("minutes", InMemory.sink(Minute.class));
    return pipeline;
  }
}
