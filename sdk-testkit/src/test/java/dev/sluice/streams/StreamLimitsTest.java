package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.stream.StreamDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A limit of rejected rows before a stage that remembers holds for each epoch, before it is written. */
@SparkTest
@Timeout(180)
class StreamLimitsTest {

  record Bid(long id, double price, Instant at) {}

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final StreamInput<Bid> bids = StreamInput.of(Bid.class);
  private final Delivered<Bid> unique = Delivered.of(Bid.class);

  @TempDir
  Path checkpoints;

  private static Bid bid(long id, double price) {
    return new Bid(id, price, START.plusSeconds(id));
  }

  private Pipeline pipeline(long limit) {
    Pipeline pipeline = Pipeline.named("auction");
    pipeline.source("bids", bids)
        .clean("valid", c -> c.require("a price", col(Bid::price).gt(0.0)).rejectAtMost(limit))
        .eventTime(Bid::at, Duration.ofMinutes(1))
        .dedupe(Bid::id)
        .sink("unique", unique);
    return pipeline;
  }

  private void runAll(long limit, SparkSession spark) {
    try (StreamingRun run =
        Streaming.of(pipeline(limit))
            .checkpoints(checkpoints.toString())
            .trigger(Trigger.availableNow())
            .start(spark)) {
      run.await();
    }
  }

  @Test
  void aDrivenEpochHasTheSameLimit(SparkKit kit) {
    StreamDriver driver = kit.stream(pipeline(1));
    driver.source("bids", Bid.class).push(bid(1, 1), bid(2, 0), bid(3, 0));

    assertThatThrownBy(driver::process).hasStackTraceContaining("2 of 3 rows were rejected");
    assertThat(driver.sink("unique", Bid.class).rows()).isEmpty();
  }

  @Test
  void anEpochWithTooManyRejectedRowsIsNotWritten(SparkSession session) {
    SparkSession spark = session.newSession();
    spark.conf().set("spark.sql.shuffle.partitions", 1);
    bids.add(bid(1, 1), bid(2, 0), bid(3, 1));
    runAll(1, spark);
    bids.add(bid(4, 0), bid(5, 0), bid(6, 1), bid(1, 1));

    assertThatThrownBy(() -> runAll(1, spark))
        .isInstanceOf(StreamFailedException.class)
        .hasMessageContaining("stage 'valid' (StreamLimitsTest.java:")
        .hasMessageContaining(
            "2 of 4 rows were rejected, more than allowed; nothing was written. By rule: 'a price' 2");
    assertThat(unique.rows()).containsExactlyInAnyOrder(bid(1, 1), bid(3, 1));

    runAll(2, spark);
    assertThat(unique.rows()).containsExactlyInAnyOrder(bid(1, 1), bid(3, 1), bid(6, 1));
  }
}
