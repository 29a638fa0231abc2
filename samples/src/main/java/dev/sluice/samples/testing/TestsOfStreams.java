package dev.sluice.samples.testing;

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
import org.junit.jupiter.api.RepeatedTest;

/**
 * Fifty tests of streams: each starts one, pushes rows, closes a window and looks at what came of it.
 * The pipelines of the classes differ by a number.
 */
final class TestsOfStreams {

  private TestsOfStreams() {}

  record Bid(String campaign, double price, Instant at) {}

  record Minute(Instant from, String campaign, long bids, double average) {}

  @SparkTest
  abstract static class Windows {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final int least;

    Windows(int least) {
      this.least = least;
    }

    @RepeatedTest(10)
    void bidsAreCountedByMinute(SparkKit kit) {
      StreamDriver driver = kit.stream(pipeline());
      driver
          .source("bids", Bid.class)
          .push(
              new Bid("a", least + 1, NOON), new Bid("a", least + 3, NOON.plusSeconds(30)),
              new Bid("b", least - 1, NOON), new Bid("b", least + 2, NOON.plusSeconds(61)));
      driver.advanceWatermarkTo(NOON.plusSeconds(60));
      assertThat(driver.sink("minutes", Minute.class))
          .hasRows(new Minute(NOON, "a", 2, least + 2.0));
    }

    private Pipeline pipeline() {
      Pipeline pipeline = Pipeline.named("auction");
      CheckedStage<Bid> bids =
          pipeline.source("bids", StreamInput.of(Bid.class))
              .clean("valid", c -> c.require("a price", col(Bid::price).gt((double) least)));
      bids.sink("all", InMemory.sink(Bid.class));
      bids.eventTime(Bid::at, Duration.ofSeconds(10))
          .window(tumbling(Duration.ofMinutes(1)))
          .groupBy(Bid::campaign)
          .aggregate(
              row(Minute::new).of(windowStart(), key(Bid::campaign), count(), avg(Bid::price)))
          .sink("minutes", InMemory.sink(Minute.class));
      return pipeline;
    }
  }

  static final class One extends Windows {
    One() {
      super(0);
    }
  }

  static final class Two extends Windows {
    Two() {
      super(1);
    }
  }

  static final class Three extends Windows {
    Three() {
      super(2);
    }
  }

  static final class Four extends Windows {
    Four() {
      super(3);
    }
  }

  static final class Five extends Windows {
    Five() {
      super(4);
    }
  }
}
