package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.logistic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.score.Model;
import dev.sluice.quality.Rejected;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scores of rows that come one after the other. */
@SparkTest
@Timeout(300)
class ScoredInStreamsTest {

  record Bid(String id, String site, double price, Double history) {}

  record Sold(Bid bid, boolean clicked) {}

  record Ctr(String id, double probability, boolean show) {}

  @TempDir
  Path checkpoints;

  private static Model<Bid, Ctr> model(SparkSession spark) {
    Random random = new Random(1);
    List<Sold> rows = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      double price = random.nextDouble() * 10;
      rows.add(
          new Sold(
              new Bid("s" + i, "site" + i % 5, price, i % 7 == 0 ? null : random.nextDouble()),
              random.nextDouble() * 10 < price));
    }
    return Ml.model(
        "ctr",
        Features.of(Bid.class)
            .category(Bid::site)
            .number(Bid::price).range(0, 100)
            .number(Bid::history).nullAsMeanAndFlag())
        .from(Pipeline.named("sold").source("sold", InMemory.rows(Sold.class, rows)), Sold::bid)
        .label(Sold::clicked)
        .with(logistic())
        .output(o -> row(Ctr::new).of(o.in(Bid::id), o.probability(), o.decision(0.5)))
        .fit(spark);
  }

  private static Bid bid(int number) {
    return new Bid("b" + number, "site" + number % 7, number, number % 3 == 0 ? null : 0.3);
  }

  @Test
  void areThoseOfPlainJavaAndWhatCannotBeScoredStopsNothing(SparkSession spark) {
    Model<Bid, Ctr> model = model(spark);
    StreamInput<Bid> bids = StreamInput.of(Bid.class);
    InMemorySink<Ctr> scores = InMemory.sink(Ctr.class);
    InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
    Pipeline pipeline = Pipeline.named("bids");
    pipeline.source("bids", bids).score("ctr", model).sink("scores", scores);
    pipeline.quarantine(rejected);

    try (StreamingRun run =
        Streaming.of(pipeline).checkpoints(checkpoints.toString()).start(spark)) {
      bids.add(List.of(bid(1), new Bid("bad", null, Double.NaN, null), bid(2)));
      run.processAllAvailable();
      bids.add(List.of(bid(3), new Bid("far", "site1", 1_000, 0.1)));
      run.processAllAvailable();
      bids.add(List.of(bid(4)));
      run.processAllAvailable();
    }

    assertThat(scores.rows())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 4).mapToObj(i -> model.score(bid(i))).toList());
    assertThat(rejected.rows())
        .extracting(Rejected::reasons)
        .containsExactly(
            List.of("price is a finite number", "price in 0 to 100"),
            List.of("price in 0 to 100"));
  }

  @Test
  void areThoseOfABatchHoweverTheRowsCome(SparkKit kit) {
    Pipeline pipeline = Pipeline.named("bids");
    pipeline.source("bids", StreamInput.of(Bid.class))
        .score("ctr", model(kit.spark()))
        .sink("scores", InMemory.sink(Ctr.class));

    kit.sameInBatchAndStream(pipeline)
        .rows("bids", IntStream.range(0, 120).mapToObj(ScoredInStreamsTest::bid).toList())
        .splits(3)
        .check();
  }
}
