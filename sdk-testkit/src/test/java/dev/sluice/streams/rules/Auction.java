package dev.sluice.streams.rules;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.udf;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.expr.Udf;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.kafka.KafkaSink;
import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.io.memory.InMemory;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the pipelines of these tests are made of: streams of bids and clicks, a table of campaigns. */
final class Auction {

  record Bid(String campaign, double price, Instant at) {}

  record Click(String campaign, String user, Instant at) {}

  record Campaign(String campaign, String advertiser, int rank) {}

  record Sold(String advertiser, double price) {}

  record Pair(String campaign, Double price, String user) {}

  record Named(String name, Instant time) {}

  record Total(String campaign, long bids) {}

  record Middle(String campaign, Double price) {}

  record Last(String campaign, Instant at) {}

  record Visits(String campaign, String user, long clicks) {}

  record Minute(Instant from, String campaign, long bids) {}

  record Ranked(String campaign, int place) {}

  record Owned(String advertiser, String campaign, long bids) {}

  static final Duration MINUTE = Duration.ofMinutes(1);

  static final Udf<String, String> UPPER =
      udf("upper", String.class, String.class, String::toUpperCase);
  static final Udf<String, String> TOKEN =
      udf("token", String.class, String.class, text -> text + UUID.randomUUID()).nonDeterministic();
  static final Udf<String, Boolean> LUCKY =
      udf("lucky", String.class, Boolean.class, text -> Math.random() < 0.5).nonDeterministic();
  static final Udf<Instant, Instant> CLOCK =
      udf("clock", Instant.class, Instant.class, at -> Instant.now()).nonDeterministic();

  final Pipeline pipeline = Pipeline.named("auction");

  Stage<Bid> bids() {
    return bids("bids");
  }

  Stage<Bid> moreBids() {
    return bids("more bids");
  }

  /** A key of a target must not be NULL. */
  private Stage<Bid> bids(String name) {
    return pipeline.source(name, StreamInput.of(Bid.class))
        .filter(col(Bid::campaign).isNotNull());
  }

  Stage<Click> clicks() {
    return pipeline.source("clicks", StreamInput.of(Click.class))
        .filter(col(Click::campaign).isNotNull().and(col(Click::user).isNotNull()));
  }

  TimedStage<Bid> timedBids() {
    return bids().eventTime(Bid::at, MINUTE);
  }

  TimedStage<Click> timedClicks() {
    return clicks().eventTime(Click::at, MINUTE);
  }

  KafkaSource<Bid> topic() {
    return Kafka.topic("bids").bootstrapServers("broker:9092").json(Bid.class);
  }

  Stage<Bid> topicOfBids() {
    return pipeline.source("topic", topic());
  }

  Stage<Campaign> campaigns() {
    return pipeline.source(
        "campaigns", InMemory.rows(Campaign.class, List.of(new Campaign("a", "Acme", 1))));
  }

  Stage<Bid> oldBids() {
    return pipeline.source("old bids", InMemory.rows(Bid.class, List.of()));
  }

  /** With checkpoints that are never written. */
  Streaming stream() {
    return Streaming.of(pipeline).checkpoints("target/never-written");
  }

  /** The same row by row; that its sinks repeat rows and that it begins with all is known. */
  Streaming realTime() {
    return stream()
        .trigger(Trigger.realTime(Duration.ofSeconds(5)))
        .accept("SINK-004", "SOURCE-003");
  }

  static <T extends Record> KafkaSink<T> out(Class<T> type) {
    return Kafka.topic("out").bootstrapServers("broker:9092").json(type).append();
  }
}
