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
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.streaming.StreamInput;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

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
    return pipelineOf(price -> price.gt(0.0));
  }

  static Pipeline pipelineOf(Function<DoubleExpr<Bid>, BoolExpr<Bid>> valid) {
    Pipeline pipeline = Pipeline.named("auction");
    CheckedStage<Bid> bids =
        pipeline.source("bids", StreamInput.of(Bid.class))
            .clean("valid", rules -> rules.require("a price", valid.apply(col(Bid::price))));
    bids.sink("all", TestSinks.unused(Bid.class));
    bids.eventTime(Bid::at, Duration.ofSeconds(10))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count(), avg(Bid::price)))
        .sink("minutes", TestSinks.unused(Minute.class));
    return pipeline;
  }
}
