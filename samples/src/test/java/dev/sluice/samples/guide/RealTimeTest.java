package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.streaming.run.Trigger.realTime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunReport;
import dev.sluice.samples.docs.Output;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.KafkaServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// @formatter:off: set by hand, as the guide shows it
@SparkTest(conf = "spark.master=local[4]")
class RealTimeTest {

  record Bid(String campaign, double price, Instant at) {}

  record Campaign(String id, String owner) {}

  record Offer(String owner, double price) {}

  private final Pipeline p = Pipeline.named("offers");
  private final Stage<Campaign> campaigns =
      p.source("campaigns", InMemory.rows(Campaign.class, List.of(new Campaign("a", "Acme"))));

  @Test
  void fromTopicToTopic(SparkSession spark, @TempDir Path checkpoints) {
    KafkaServer kafka = KafkaServer.shared();
    String servers = kafka.bootstrapServers();
    List.of("fast-bids", "offers", "bad-bids").forEach(topic -> kafka.createTopic(topic, 1));

    // #region start
    p.source("bids", Kafka.topic("fast-bids").bootstrapServers(servers).json(Bid.class))
        .clean("valid bids", rules -> rules.require("a price", col(Bid::price).gt(0.0)))
        .join(campaigns).on(Bid::campaign).equalTo(Campaign::id)
        .select((b, c) -> row(Offer::new).of(c.col(Campaign::owner), b.col(Bid::price)))
        .sink("offers", Kafka.topic("offers").bootstrapServers(servers).json(Offer.class).append());
    p.quarantine(Kafka.topic("bad-bids").bootstrapServers(servers).deadLetters());

    StreamingRun run = Streaming.of(p)
        .checkpoints(checkpoints.toString())
        .trigger(realTime(Duration.ofSeconds(5)))         // between two checkpoints: rows do not wait
        .start(spark);
    // #endregion

    run.processAllAvailable();
    RunReport report = run.drain();
    assertThat(report.sink("offers")).isPresent();
  }

  @Test
  void refused() throws IOException {
    // #region refused
    p.source("bids", Kafka.topic("bids").bootstrapServers("broker:9092").json(Bid.class))
        .eventTime(Bid::at, Duration.ofMinutes(1))
        .dedupe(Bid::campaign)
        .sink("bids", Kafka.topic("first").bootstrapServers("broker:9092").json(Bid.class).append());
    p.quarantine(Files.json(Rejected.class, "/data/rejected").append());

    Streaming stream = Streaming.of(p).checkpoints("/data/checkpoints").trigger(realTime(Duration.ofSeconds(1)));
    // #endregion

    var problems = assertThrows(PipelineException.class, stream::validate);
    Output.in("docs/guide/real-time.md", "refused")
        .shows(problems.getMessage().replaceAll("Spark \\d[\\d.]*", "Spark 4.2.0"));
  }
}
