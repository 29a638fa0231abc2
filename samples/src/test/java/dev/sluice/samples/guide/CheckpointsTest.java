package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.connect.Sink;
import dev.sluice.io.memory.InMemory;
import dev.sluice.samples.docs.Output;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.checkpoint.Checkpoint;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// @formatter:off: set by hand, as the guide shows it
@SparkTest
class CheckpointsTest {

  record Bid(String campaign, double price, Instant at) {}

  record Minute(Instant start, String campaign, double lowest) {}

  private final StreamInput<Bid> bids = StreamInput.of(Bid.class);

  private Pipeline auction(Duration window, Sink<Minute> sink) {
    Pipeline auction = Pipeline.named("auction");
    auction.source("bids", bids)
        .eventTime(Bid::at, Duration.ofSeconds(10))
        .window(tumbling(window))
        .groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), min(Bid::price))).named("minutes")
        .sink("lowest", sink);
    return auction;
  }

  @Test
  void restarts(SparkSession spark, @TempDir Path temporary) throws Exception {
    String directory = temporary.toString();
    bids.add(new Bid("spring", 2.0, Instant.parse("2026-03-01T12:00:00Z")));
    Pipeline pipeline = auction(Duration.ofMinutes(1), InMemory.sink(Minute.class));

    // #region start
    StreamingRun run = Streaming.of(pipeline)
        .checkpoints(directory)                            // hdfs://…, s3a://…, a shared disk
        .trigger(Trigger.availableNow())
        .start(spark);
    // #endregion
    run.await();

    Sink<Minute> sink = InMemory.sink(Minute.class);
    // #region changed
    Pipeline changed = auction(Duration.ofMinutes(5), sink);     // was a minute
    Streaming stream = Streaming.of(changed).checkpoints(directory);
    // #endregion
    var refused = assertThrows(PipelineException.class, () -> stream.start(spark));
    Output.in("docs/guide/checkpoints.md", "changed").shows(refused.getMessage());

    // #region describe
    String text = Checkpoint.at(directory).describe();
    // #endregion
    assertThat(text).contains("query stream", "'minutes' (aggregate)");
  }
}
// @formatter:on
