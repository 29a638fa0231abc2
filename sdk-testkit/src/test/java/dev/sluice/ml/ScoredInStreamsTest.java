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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
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

  record Anything(
      String id, String site, String words, double price, Double history, Long visits,
      Instant at) {}

  record Known(Anything row, boolean clicked) {}

  private static final Pattern ID = Pattern.compile("\"id\":\"(\\w+)\"");

  private static <V> V oneOf(Random random, List<V> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Usual ones, and now and then whatever the types allow. */
  private static Anything anything(int number, Random random) {
    return new Anything(
        "r" + number,
        oneOf(random, Arrays.asList("site1", "site2", "", null, "new", "İ😀", "(NULL)", " ")),
        oneOf(random, Arrays.asList("a b", "b b c", "", null, "ΑΣ ǅ", "x".repeat(5_000))),
        random.nextInt(10) > 0
            ? random.nextDouble() * 10
            : oneOf(
                random,
                List.of(
                    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 1e300,
                    Double.MIN_VALUE, -Double.MAX_VALUE, 100.0, 100.00000000000001)),
        oneOf(random, Arrays.asList(0.1, 0.9, null, Double.NaN, 0.5)),
        oneOf(random, Arrays.asList(1L, 2L, null, Long.MIN_VALUE, Long.MAX_VALUE, 0L)),
        oneOf(
            random,
            Arrays.asList(
                Instant.parse("2026-03-29T00:59:59.999999Z"),
                Instant.parse("2026-03-29T01:00:00Z"),
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"),
                null)));
  }

  private static Model<Anything, Ctr> modelOfAnything(SparkSession spark) {
    Random random = new Random(2);
    List<Known> rows =
        IntStream.range(0, 1_500)
            .mapToObj(i -> new Known(anything(i, random), random.nextBoolean()))
            .toList();
    return Ml.model(
        "ctr",
        Features.of(Anything.class)
            .category(Anything::site).atLeast(5)
            .category(Anything::visits).atLeast(5)
            .words(Anything::words).buckets(64)
            .number(Anything::price).range(0, 100)
            .number(Anything::history).nullAsMeanAndFlag()
            .time(Anything::at).hourOfDay(ZoneId.of("Europe/Berlin")).dayOfWeek(ZoneOffset.UTC)
            .cross(Anything::site, Anything::words).atLeast(5))
        .from(Pipeline.named("known").source("known", InMemory.rows(Known.class, rows)), Known::row)
        .label(Known::clicked)
        .with(logistic().l2(1e-3).iterations(10))
        .output(o -> row(Ctr::new).of(o.in(Anything::id), o.probability(), o.decision(0.5)))
        .fit(spark);
  }

  @Test
  void whateverStandsInARowItIsScoredOrRejectedAsInPlainJava(SparkSession spark) {
    Model<Anything, Ctr> model = modelOfAnything(spark);
    StreamInput<Anything> input = StreamInput.of(Anything.class);
    InMemorySink<Ctr> scores = InMemory.sink(Ctr.class);
    InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
    Pipeline pipeline = Pipeline.named("anything");
    pipeline.source("rows", input).score("ctr", model).sink("scores", scores);
    pipeline.quarantine(rejected);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Anything> rows =
        IntStream.range(0, 600).mapToObj(i -> anything(i, random)).toList();

    try (StreamingRun run =
        Streaming.of(pipeline).checkpoints(checkpoints.toString()).start(spark)) {
      for (int from = 0; from < rows.size(); from += 200) {
        input.add(rows.subList(from, from + 200));
        run.processAllAvailable();
      }
    }

    Map<String, Ctr> scored = new HashMap<>();
    scores.rows().forEach(score -> scored.put(score.id(), score));
    Map<String, List<String>> reasons = new HashMap<>();
    rejected.rows().forEach(
        row -> reasons.put(
            ID.matcher(row.row()).results().findFirst().orElseThrow().group(1), row.reasons()));
    for (Anything each : rows) {
      List<String> problems = model.problems(each);
      assertThat(reasons.getOrDefault(each.id(), List.of())).as("seed %s, %s", seed, each)
          .isEqualTo(problems);
      assertThat(scored.get(each.id())).as("seed %s, %s", seed, each)
          .isEqualTo(problems.isEmpty() ? model.score(each) : null);
    }
    assertThat(reasons).isNotEmpty();
    assertThat(scored).isNotEmpty();
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
