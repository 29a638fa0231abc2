package dev.sluice.testkit.stream;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.streaming.StreamInput;
import java.time.Duration;
import java.time.Instant;

/** Bids by campaign and minute: the pipeline of the driver's tests. */
final class Auction {

  record Bid(String campaign, double price, Instant at) {}

  record Minute(Instant from, String campaign, long bids, double average) {}

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Auction() {}

  static Bid bid(String campaign, double price, int second) {
    return new Bid(campaign, price, NOON.plusSeconds(second));
  }

  static Minute minute(int minute, String campaign, long bids, double average) {
    return new Minute(NOON.plusSeconds(60L * minute), campaign, bids, average);
  }

  /** Each bid, and what the minutes had. */
  static Pipeline pipeline() {
    return pipeline(Duration.ofMinutes(1));
  }

  static Pipeline pipeline(Duration window) {
    Pipeline pipeline = Pipeline.named("auction");
    CheckedStage<Bid> valid =
        pipeline.source("bids", StreamInput.of(Bid.class))
            .clean("valid", rules -> rules.require("a price", col(Bid::price).gt(0.0)));
    valid.sink("all", TestSinks.unused(Bid.class));
    valid.eventTime(Bid::at, Duration.ofSeconds(10))
        .window(tumbling(window))
        .groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count(), avg(Bid::price)))
        .sink("minutes", TestSinks.unused(Minute.class));
    return pipeline;
  }

  /** Each bid as it comes: nothing to remember. */
  static Pipeline plain() {
    Pipeline pipeline = Pipeline.named("plain");
    pipeline.source("bids", StreamInput.of(Bid.class))
        .filter(col(Bid::price).gt(0.0))
        .sink("all", TestSinks.unused(Bid.class));
    return pipeline;
  }
}
