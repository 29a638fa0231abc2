package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.run.RunReport;
import dev.sluice.spark.bridge.SessionBridge;
import dev.sluice.spark.bridge.StreamSources;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** A stream that counts bids in minutes, in a directory of its own, with all that tests change in it. */
final class Auction {

  record Bid(String campaign, String region, double price, Instant at, Instant received) {}

  record Minute(Instant start, String campaign, long bids, double price) {}

  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private Auction() {}

  static Bid bid(String campaign, double price, int second) {
    Instant at = START.plusSeconds(second);
    return new Bid(campaign, "eu", price, at, at);
  }

  /** A file of bids in a source's directory, complete when it appears. */
  static Path add(Path directory, String file, Bid... bids) throws IOException {
    String lines =
        Arrays.stream(bids)
            .map(
                bid -> "{\"campaign\":\"%s\",\"region\":\"%s\",\"price\":%s,\"at\":\"%s\",\"received\":\"%s\"}"
                    .formatted(bid.campaign(), bid.region(), bid.price(), bid.at(), bid.received()))
            .collect(Collectors.joining("\n"));
    Files.createDirectories(directory);
    Path hidden = Files.writeString(directory.resolve("." + file), lines);
    return Files.move(hidden, directory.resolve(file));
  }

  static TimedStage<Bid> timed(Pipeline pipeline, Path directory) {
    return pipeline.source("bids", new FollowedJson<>(Bid.class, directory))
        .filter(col(Bid::price).gt(0.0)).named("valid")
        .eventTime(Bid::at, Duration.ofSeconds(10)).named("timed");
  }

  static Stage<Minute> minutes(TimedStage<Bid> timed) {
    return timed.window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Bid::campaign)
        .aggregate(
            row(Minute::new).of(windowStart(), key(Bid::campaign), count(), min(Bid::price)))
        .named("minutes");
  }

  /** A session in which new checkpoints know sources by their names, where Spark does. */
  static SparkSession withNames(SparkSession spark) {
    SparkSession session = SessionBridge.copy(spark);
    session.conf().set(StreamSources.SOURCE_EVOLUTION, "true");
    return session;
  }

  static Streaming stream(Pipeline pipeline, Path checkpoints) {
    return Streaming.of(pipeline).checkpoints(checkpoints.toString())
        .trigger(Trigger.availableNow());
  }

  static RunReport run(Pipeline pipeline, Path checkpoints, SparkSession spark) {
    try (StreamingRun run = stream(pipeline, checkpoints).start(spark)) {
      return run.await();
    }
  }
}
