package dev.sluice.ml;

import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.ml.train.Learners.logistic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.score.Model;
import dev.sluice.run.RuleCount;
import dev.sluice.run.RunReport;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is counted of rows that come one after the other is what is counted of all of them together. */
@SparkTest
@Timeout(300)
class DriftInStreamsTest {

  record Bid(String site, double price, Double history, Instant at) {}

  record Sold(Bid bid, boolean clicked) {}

  record Ctr(String site, double probability, boolean show, Instant at) {}

  record PerSite(String site, long rows) {}

  @TempDir
  Path checkpoints;

  private static Model<Bid, Ctr> model(SparkSession spark) {
    Random random = new Random(1);
    List<Sold> rows =
        IntStream.range(0, 1_000)
            .mapToObj(i -> bid(i, random))
            .map(bid -> new Sold(bid, random.nextDouble() * 10 < bid.price()))
            .toList();
    return Ml.model(
        "ctr",
        Features.of(Bid.class)
            .category(Bid::site)
            .number(Bid::price).range(0, 100)
            .number(Bid::history).nullAsMeanAndFlag())
        .from(Pipeline.named("sold").source("sold", InMemory.rows(Sold.class, rows)), Sold::bid)
        .label(Sold::clicked)
        .with(logistic())
        .output(
            o -> row(Ctr::new).of(
                o.in(Bid::site), o.probability(), o.decision(0.5), o.in(Bid::at)))
        .fit(spark);
  }

  private static Bid bid(int number, Random random) {
    return new Bid(
        number % 11 == 0 ? null : "site" + number % 7,
        random.nextDouble() * 10,
        number % 7 == 0 ? null : random.nextDouble(),
        Instant.ofEpochSecond(number));
  }

  private static List<Bid> bids(int rows, Random random) {
    List<Bid> bids =
        new ArrayList<>(IntStream.range(0, rows).mapToObj(i -> bid(i, random)).toList());
    bids.add(new Bid("unseen", 1_000, Double.NaN, Instant.EPOCH));
    bids.add(new Bid("unseen", 5, null, Instant.EPOCH));
    return bids;
  }

  private static List<RuleCount> counted(RunReport report) {
    return report.stage("ctr scores").orElseThrow().counted();
  }

  private static List<RuleCount> ofABatch(
      SparkSession spark, Model<Bid, Ctr> model, List<Bid> bids) {
    Stage<Ctr> scored =
        Pipeline.named("bids").source("bids", InMemory.rows(Bid.class, bids)).score("ctr", model);
    scored.sink("scores", InMemory.sink(Ctr.class));
    return counted(scored.pipeline().run(spark));
  }

  /** In so many epochs of any size, some of them empty. */
  private static void inEpochs(
      StreamInput<Bid> input, StreamingRun run, List<Bid> bids, int epochs, Random random) {
    int from = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      int to = epoch == epochs - 1 ? bids.size() : from + random.nextInt(bids.size() - from + 1);
      input.add(bids.subList(from, to));
      run.processAllAvailable();
      from = to;
    }
  }

  @Test
  void countsAreThoseOfABatchHoweverTheRowsCome(SparkSession spark) {
    Random random = new Random(7);
    Model<Bid, Ctr> model = model(spark);
    for (int epochs = 1; epochs <= 4; epochs += 3) {
      List<Bid> bids = bids(100 + random.nextInt(200), random);
      StreamInput<Bid> input = StreamInput.of(Bid.class);
      Pipeline pipeline = Pipeline.named("bids");
      Stage<Ctr> scored = pipeline.source("bids", input).score("ctr", model);
      scored.sink("scores", InMemory.sink(Ctr.class));
      scored.sink("again", InMemory.sink(Ctr.class));

      RunReport report;
      try (StreamingRun run =
          Streaming.of(pipeline)
              .checkpoints(checkpoints.resolve("in" + epochs).toString())
              .start(spark)) {
        inEpochs(input, run, bids, epochs, random);
        report = run.report();
      }

      assertThat(counted(report)).isEqualTo(ofABatch(spark, model, bids));
      assertThat(report.notes())
          .contains("Stage ctr scores: 4 of 4 columns and scores look as in training.");
    }
  }

  @Test
  void theyAreTheSameBeforeAStageThatRemembers(SparkSession spark) {
    Random random = new Random(7);
    Model<Bid, Ctr> model = model(spark);
    List<Bid> bids = bids(200, random);
    StreamInput<Bid> input = StreamInput.of(Bid.class);
    Pipeline pipeline = Pipeline.named("bids");
    pipeline
        .source("bids", input)
        .score("ctr", model)
        .eventTime(Ctr::at, Duration.ofHours(1))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Ctr::site)
        .aggregate(row(PerSite::new).of(key(Ctr::site), count()))
        .sink("sites", InMemory.sink(PerSite.class));

    RunReport report;
    try (StreamingRun run =
        Streaming.of(pipeline).checkpoints(checkpoints.toString()).start(spark)) {
      inEpochs(input, run, bids, 3, random);
      report = run.report();
    }

    assertThat(counted(report)).isEqualTo(ofABatch(spark, model, bids));
    assertThat(report.toText()).contains("columns and scores look as in training");
  }
}
