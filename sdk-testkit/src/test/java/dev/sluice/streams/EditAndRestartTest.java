package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sliding;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;
import static dev.sluice.streaming.checkpoint.Verdict.UNUSABLE;
import static dev.sluice.streaming.checkpoint.Verdict.USABLE;
import static dev.sluice.streaming.checkpoint.Verdict.WITH_CONSEQUENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.expr.Group;
import dev.sluice.plan.TimeWindow;
import dev.sluice.quality.Rejected;
import dev.sluice.streaming.checkpoint.Finding;
import dev.sluice.streaming.checkpoint.QueryCheckpoint;
import dev.sluice.streaming.checkpoint.Verdict;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.streams.Auction.Bid;
import dev.sluice.streams.Auction.Minute;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes of a pipeline between two starts on one checkpoint: what is said of each, that what is
 * refused writes nothing, and that all else goes on with what was remembered.
 */
@SparkTest
@Timeout(120)
class EditAndRestartTest {

  private static final Minute A = new Minute(Auction.START, "a", 3, 2.0);
  private static final Minute B = new Minute(Auction.START, "b", 1, 1.0);
  private static final List<Minute> AS_BEFORE = List.of(A, B);

  @TempDir
  private static Path directory;

  private static Path input;
  private static Path checkpoints;

  private final Pipeline pipeline = Pipeline.named("auction");
  private final Delivered<Minute> minutes = Delivered.of(Minute.class);
  private final Delivered<Bid> all = Delivered.of(Bid.class);

  /** The pipeline as it was first: bids counted by minute, and all of them. */
  @BeforeAll
  static void firstStart(SparkSession spark) throws IOException {
    input = directory.resolve("bids");
    checkpoints = directory.resolve("checkpoints");
    Auction.add(input, "1.json", Auction.bid("a", 5, 0), Auction.bid("a", 2, 30),
        Auction.bid("b", 1, 31));
    EditAndRestartTest first = new EditAndRestartTest();
    original(first);
    Auction.run(first.pipeline, checkpoints, spark);
    assertThat(first.minutes.rows()).isEmpty();
    assertThat(first.all.rows()).hasSize(3);
    DirectoryCopy.copy(checkpoints, directory.resolve("kept"));
    Auction.add(input, "2.json", Auction.bid("a", 4, 40), Auction.bid("b", 9, 150));
  }

  @AfterEach
  void asItWas() throws IOException {
    DirectoryCopy.delete(checkpoints);
    DirectoryCopy.copy(directory.resolve("kept"), checkpoints);
  }

  private static void original(EditAndRestartTest test) {
    TimedStage<Bid> timed = test.timed();
    timed.sink("all", test.all);
    Auction.minutes(timed).sink("minutes", test.minutes);
  }

  private TimedStage<Bid> timed() {
    return timed(input, 0.0, 10);
  }

  private TimedStage<Bid> timed(Path from, double price, int lateness) {
    return pipeline.source("bids", new FollowedJson<>(Bid.class, from))
        .filter(col(Bid::price).gt(price)).named("valid")
        .eventTime(Bid::at, Duration.ofSeconds(lateness)).named("timed");
  }

  private void sinks(TimedStage<Bid> timed, Stage<Minute> counted) {
    timed.sink("all", all);
    counted.sink("minutes", minutes);
  }

  /** A change: the pipeline as it is then, and what comes out of the window that was begun before. */
  private record Edit(
      String name, Verdict verdict, Consumer<EditAndRestartTest> define, List<Minute> expected) {

    static Edit refused(String name, Consumer<EditAndRestartTest> define) {
      return new Edit(name, UNUSABLE, define, List.of());
    }

    @Override
    public String toString() {
      return name + ": " + verdict;
    }
  }

  static Stream<Edit> edits() {
    return Stream.of(
        new Edit("nothing", USABLE, EditAndRestartTest::original, AS_BEFORE),
        new Edit(
            "a sink added",
            USABLE,
            test -> {
              TimedStage<Bid> timed = test.timed();
              timed.filter(col(Bid::price).gt(3.0)).sink("dear", Delivered.of(Bid.class));
              test.sinks(timed, Auction.minutes(timed));
            },
            AS_BEFORE),
        new Edit(
            "a sink moved behind a filter",
            USABLE,
            test -> {
              TimedStage<Bid> timed = test.timed();
              timed.filter(col(Bid::price).gt(3.0)).sink("dear", test.all);
              Auction.minutes(timed).sink("minutes", test.minutes);
            },
            AS_BEFORE),
        new Edit(
            "a filter behind the groups",
            USABLE,
            test -> {
              TimedStage<Bid> timed = test.timed();
              test.sinks(timed, Auction.minutes(timed).filter(col(Minute::bids).gt(1)));
            },
            List.of(A)),
        new Edit(
            "something else computed of the same aggregates",
            USABLE,
            test -> {
              TimedStage<Bid> timed = test.timed();
              DoubleExpr<Group<Bid>> lowest = min(Bid::price);
              test.sinks(
                  timed,
                  timed.window(tumbling(Duration.ofMinutes(1)))
                      .groupBy(Bid::campaign)
                      .aggregate(
                          row(Minute::new).of(
                              windowStart(), key(Bid::campaign), count(), lowest.times(10.0))));
            },
            List.of(new Minute(Auction.START, "a", 3, 20.0),
                new Minute(Auction.START, "b", 1, 10.0))),
        new Edit(
            "stages renamed",
            USABLE,
            test -> {
              TimedStage<Bid> timed =
                  test.pipeline.source("bids", new FollowedJson<>(Bid.class, input))
                      .filter(col(Bid::price).gt(0.0)).named("valid")
                      .eventTime(Bid::at, Duration.ofSeconds(10)).named("timed");
              test.sinks(timed, Auction.minutes(timed).named("each minute"));
            },
            AS_BEFORE),
        new Edit(
            "a filter before the groups changed",
            WITH_CONSEQUENCE,
            test -> {
              TimedStage<Bid> timed = test.timed(input, 3.0, 10);
              test.sinks(timed, Auction.minutes(timed));
            },
            AS_BEFORE),
        new Edit(
            "a filter before the groups added",
            WITH_CONSEQUENCE,
            test -> {
              TimedStage<Bid> timed = test.timed();
              test.sinks(timed,
                  Auction.minutes(timed.filter(col(Bid::price).lt(100.0)).named("fair")));
            },
            AS_BEFORE),
        new Edit(
            "the filter before the groups removed",
            WITH_CONSEQUENCE,
            test -> {
              TimedStage<Bid> timed =
                  test.pipeline.source("bids", new FollowedJson<>(Bid.class, input))
                      .eventTime(Bid::at, Duration.ofSeconds(10)).named("timed");
              test.sinks(timed, Auction.minutes(timed));
            },
            AS_BEFORE),
        new Edit(
            "more lateness",
            WITH_CONSEQUENCE,
            test -> {
              TimedStage<Bid> timed = test.timed(input, 0.0, 20);
              test.sinks(timed, Auction.minutes(timed));
            },
            AS_BEFORE),
        Edit.refused(
            "another length of the window",
            test -> {
              TimedStage<Bid> timed = test.timed();
              test.sinks(timed, grouped(timed, tumbling(Duration.ofMinutes(2))));
            }),
        Edit.refused(
            "another kind of window",
            test -> {
              TimedStage<Bid> timed = test.timed();
              test.sinks(timed,
                  grouped(timed, sliding(Duration.ofMinutes(1), Duration.ofSeconds(30))));
            }),
        Edit.refused(
            "another key",
            test -> {
              TimedStage<Bid> timed = test.timed();
              test.sinks(
                  timed,
                  timed.window(tumbling(Duration.ofMinutes(1)))
                      .groupBy(Bid::region)
                      .aggregate(
                          row(Minute::new).of(windowStart(), key(Bid::region), count(),
                              min(Bid::price)))
                      .named("minutes"));
            }),
        Edit.refused(
            "max in place of min",
            test -> {
              TimedStage<Bid> timed = test.timed();
              test.sinks(
                  timed,
                  timed.window(tumbling(Duration.ofMinutes(1)))
                      .groupBy(Bid::campaign)
                      .aggregate(
                          row(Minute::new).of(windowStart(), key(Bid::campaign), count(),
                              max(Bid::price)))
                      .named("minutes"));
            }),
        Edit.refused(
            "another event time",
            test -> {
              TimedStage<Bid> timed =
                  test.pipeline.source("bids", new FollowedJson<>(Bid.class, input))
                      .filter(col(Bid::price).gt(0.0)).named("valid")
                      .eventTime(Bid::received, Duration.ofSeconds(10)).named("timed");
              test.sinks(timed, Auction.minutes(timed));
            }),
        Edit.refused(
            "no window",
            test -> {
              TimedStage<Bid> timed = test.timed();
              test.sinks(
                  timed,
                  timed.groupBy(Bid::at, Bid::campaign)
                      .aggregate(
                          row(Minute::new).of(key(Bid::at), key(Bid::campaign), count(),
                              min(Bid::price)))
                      .named("minutes"));
            }),
        Edit.refused(
            "another directory of the source",
            test -> {
              TimedStage<Bid> timed = test.timed(directory.resolve("elsewhere"), 0.0, 10);
              test.sinks(timed, Auction.minutes(timed));
            }),
        Edit.refused(
            "a second stage that remembers",
            test -> {
              TimedStage<Bid> timed = test.timed();
              test.sinks(timed, Auction.minutes(timed));
              grouped(timed, tumbling(Duration.ofHours(1))).named("hours")
                  .sink("hours", Delivered.of(Minute.class));
            }),
        Edit.refused("no stage that remembers", test -> test.timed().sink("all", test.all)));
  }

  private static Stage<Minute> grouped(TimedStage<Bid> timed, TimeWindow window) {
    return timed.window(window)
        .groupBy(Bid::campaign)
        .aggregate(
            row(Minute::new).of(windowStart(), key(Bid::campaign), count(), min(Bid::price)))
        .named("minutes");
  }

  @ParameterizedTest
  @MethodSource("edits")
  void eachChangeHasItsVerdictAndWhatIsRememberedGoesOn(Edit edit, SparkSession spark) {
    edit.define().accept(this);

    List<Finding> findings =
        QueryCheckpoint.of(
            StreamCut.of(pipeline.plan()), List.of("stream"), "Append", checkpoints.toString(),
            spark)
            .findings();

    assertThat(Finding.worst(findings)).as("%s", findings).isEqualTo(edit.verdict());
    if (edit.verdict() == UNUSABLE) {
      assertThatThrownBy(() -> Auction.run(pipeline, checkpoints, spark))
          .isInstanceOf(PipelineException.class)
          .hasMessageContaining("new checkpoint directory");
      assertThat(all.epochs()).isEmpty();
      assertThat(minutes.epochs()).isEmpty();
    } else {
      Auction.run(pipeline, checkpoints, spark);
      assertThat(minutes.rows()).containsExactlyInAnyOrderElementsOf(edit.expected());
    }
  }

  @Test
  void whatChangedIsSaidInWordsWithTheStage(SparkSession spark) {
    TimedStage<Bid> timed = timed();
    sinks(timed, grouped(timed, tumbling(Duration.ofMinutes(2))));

    assertThatThrownBy(() -> Auction.run(pipeline, checkpoints, spark))
        .hasMessageContaining("stage 'minutes' (EditAndRestartTest.java:")
        .hasMessageContaining(
            "CKPT-004: window of stage 'minutes': windows of PT1M in this checkpoint, now windows of PT2M: the state cannot be used.");
  }

  @Test
  void partitionsStayThoseOfTheCheckpoint(SparkSession spark) {
    original(this);
    SparkSession other = spark.newSession();
    other.conf().set("spark.sql.shuffle.partitions", 3);

    assertThat(
        QueryCheckpoint.of(
            StreamCut.of(pipeline.plan()), List.of("stream"), "Append", checkpoints.toString(),
            other)
            .findings())
        .extracting(Finding::text)
        .singleElement()
        .asString()
        .startsWith("CKPT-101: spark.sql.shuffle.partitions=3 is not used");
  }

  @Test
  void sourcesThatAreReadSeveralTimesAreCountedAsSparkDoes(
      SparkSession spark, @TempDir Path other) {
    for (int start = 0; start < 2; start++) {
      Pipeline several = Pipeline.named("several");
      Stage<Bid> bids = several.source("bids", new FollowedJson<>(Bid.class, input));
      Stage<Bid> twice =
          bids.union(bids)
              .clean("valid", rules -> rules.require("dear", col(Bid::price).gt(1.5)));
      bids.sink("raw", Delivered.of(Bid.class));
      twice.sink("valid", Delivered.of(Bid.class));
      twice.eventTime(Bid::at, Duration.ofSeconds(10))
          .window(tumbling(Duration.ofMinutes(1)))
          .groupBy(Bid::campaign)
          .aggregate(
              row(Minute::new).of(windowStart(), key(Bid::campaign), count(), min(Bid::price)))
          .sink("minutes", minutes);
      several.quarantine(Delivered.of(Rejected.class));

      Auction.run(several, other, spark);
    }

    assertThat(minutes.rows()).containsExactly(new Minute(Auction.START, "a", 6, 2.0));
  }
}
