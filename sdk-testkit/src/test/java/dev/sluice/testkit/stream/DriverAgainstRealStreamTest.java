package dev.sluice.testkit.stream;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sliding;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static dev.sluice.testkit.stream.Auction.bid;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.stream.Auction.Bid;
import dev.sluice.testkit.stream.Auction.Minute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A driven stream delivers what one does that Spark's own clock drives, late rows and all. */
@SparkTest
@Timeout(600)
class DriverAgainstRealStreamTest {

  private static final int CASES = Integer.getInteger("sluice.driver.cases", 3);
  private static final long SEED = Long.getLong("sluice.driver.seed", 53);

  @Test
  void deliversTheSameRowsAsARealQuery(SparkKit kit) {
    for (int i = 0; i < CASES; i++) {
      long seed = SEED + i * 1_000_003L;
      List<List<Bid>> epochs = epochs(new Random(seed));
      InMemorySink<Bid> all = InMemory.sink(Bid.class);
      InMemorySink<Minute> minutes = InMemory.sink(Minute.class);
      StreamInput<Bid> input = StreamInput.of(Bid.class);
      Pipeline pipeline = pipeline(input, all, minutes, new Random(seed));

      try (StreamingRun run =
          Streaming.of(pipeline).checkpoints(kit.path("real-" + i)).start(kit.spark())) {
        for (List<Bid> epoch : epochs) {
          input.add(epoch);
          run.processAllAvailable();
        }
      }
      try (StreamDriver driver = kit.stream(pipeline)) {
        for (List<Bid> epoch : epochs) {
          driver.source("bids", Bid.class).push(epoch);
          driver.process();
        }
        String name = "case %d of seed %d".formatted(i, seed);
        assertThatRows(Bid.class, driver.sink("all", Bid.class).rows())
            .as(name)
            .hasRows(all.rows());
        assertThatRows(Minute.class, driver.sink("minutes", Minute.class).rows())
            .as(name)
            .hasRows(minutes.rows());
      }
    }
  }

  /** Rows of two minutes, in no order, so that some are late. */
  private static List<List<Bid>> epochs(Random random) {
    List<List<Bid>> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < 4; epoch++) {
      List<Bid> rows = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        String campaign = random.nextBoolean() ? "a" : "b";
        rows.add(bid(campaign, random.nextInt(5) - 1, random.nextInt(60) + epoch * 40));
      }
      epochs.add(rows);
    }
    return epochs;
  }

  private static Pipeline pipeline(
      StreamInput<Bid> input, InMemorySink<Bid> all, InMemorySink<Minute> minutes, Random random) {
    Pipeline pipeline = Pipeline.named("differential");
    Stage<Bid> bids = pipeline.source("bids", input);
    if (random.nextBoolean()) {
      bids = bids.filter(col(Bid::price).gt(0.0));
    }
    bids.sink("all", all);
    if (random.nextBoolean()) {
      bids =
          bids.semiJoin(pipeline.source("known", InMemory.rows(Bid.class, List.of(bid("a", 0, 0)))))
              .on(Bid::campaign).equalTo(Bid::campaign);
    }
    TimedStage<Bid> timed = bids.eventTime(Bid::at, Duration.ofSeconds(random.nextInt(30)));
    Duration length = Duration.ofSeconds(20L + 20 * random.nextInt(2));
    timed.window(random.nextBoolean() ? tumbling(length) : sliding(length, length.dividedBy(2)))
        .groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count(), avg(Bid::price)))
        .sink("minutes", minutes);
    return pipeline;
  }
}
