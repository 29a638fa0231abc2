package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.streaming.state.SavedState;
import dev.sluice.streaming.state.Stateful;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions with state and timers, as a stream and as a batch. */
@SparkTest
@Timeout(180)
class StatefulTest {

  record Click(String user, String page, Integer pause, Instant at) {}

  record Device(String user, String page) {}

  record Open(Instant from, Instant until, long clicks, List<String> pages) {}

  record Visit(String user, Instant from, Instant until, long clicks, List<String> pages) {}

  record Count(long clicks) {}

  record Seen(String user, long clicks) {}

  record Known(long clicks, String user, String page) {}

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LATENESS = Duration.ofSeconds(30);

  private final StreamInput<Click> clicks = StreamInput.of(Click.class);
  private final Pipeline pipeline = Pipeline.named("clicks");

  @TempDir
  Path checkpoints;

  private static Click click(String user, String page, int second) {
    return new Click(user, page, 60, START.plusSeconds(second));
  }

  private TimedStage<Click> timed() {
    return pipeline.source("clicks", clicks).eventTime(Click::at, LATENESS);
  }

  private StreamingRun start(SparkSession spark) {
    return Streaming.of(pipeline).checkpoints(checkpoints.toString()).start(spark);
  }

  // #region visits
  /** A visit ends when its last click's own pause is over. */
  private static Stage<Visit> visits(TimedStage<Click> clicks) {
    return Stateful.inOrder(clicks)
        .keyedBy(Click::user)
        .keeping(Open.class)
        .process(
            Visit.class,
            (click, user) -> {
              Instant until = click.at().plusSeconds(click.pause());
              List<String> pages =
                  new ArrayList<>(user.state().map(Open::pages).orElse(List.of()));
              pages.add(click.page());
              Open open =
                  new Open(
                      user.state().map(Open::from).orElse(click.at()), until, pages.size(), pages);
              user.state().ifPresent(before -> user.cancel(before.until()));
              user.keep(open);
              user.wakeAt(until);
            },
            (at, user) -> {
              Open open = user.state().orElseThrow();
              user.emit(
                  new Visit(user.key(), open.from(), open.until(), open.clicks(), open.pages()));
              user.forget();
            });
  }
  // #endregion

  /** The same, written by hand. */
  private static List<Visit> expected(List<Click> clicks) {
    Map<String, List<Click>> byUser =
        clicks.stream()
            .collect(Collectors.groupingBy(Click::user, TreeMap::new, Collectors.toList()));
    List<Visit> visits = new ArrayList<>();
    byUser.forEach(
        (user, all) -> {
          List<Click> sorted =
              all.stream()
                  .sorted(
                      Comparator.comparing(Click::at)
                          .thenComparing(Click::page)
                          .thenComparing(Click::pause))
                  .toList();
          int first = 0;
          for (int i = 1; i <= sorted.size(); i++) {
            Instant until = sorted.get(i - 1).at().plusSeconds(sorted.get(i - 1).pause());
            if (i == sorted.size() || !sorted.get(i).at().isBefore(until)) {
              List<Click> visit = sorted.subList(first, i);
              visits.add(
                  new Visit(
                      user,
                      visit.get(0).at(),
                      until,
                      visit.size(),
                      visit.stream().map(Click::page).toList()));
              first = i;
            }
          }
        });
    return visits;
  }

  /** In an order in which no row is too late. */
  private static List<Click> random(Random random, int rows) {
    record Arriving(Click click, long at) {}
    List<Arriving> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int second = random.nextInt(600);
      Click click =
          new Click(
              "user" + random.nextInt(4),
              "page" + random.nextInt(3),
              1 + random.nextInt(60),
              START.plusSeconds(second));
      all.add(new Arriving(click, second * 1000L + random.nextInt((int) LATENESS.toMillis())));
    }
    return all.stream()
        .sorted(Comparator.comparingLong(Arriving::at))
        .map(Arriving::click)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = 1)
  void whatComesOutInOrderDependsOnTheRowsAloneHoweverTheyAreCutAndAlsoOverARestart(
      long seed, SparkSession spark) {
    Random random = new Random(seed);
    List<Click> rows = random(random, 60);
    Delivered<Visit> visits = Delivered.of(Visit.class);
    visits(timed()).sink("visits", visits);

    int at = 0;
    StreamingRun run = start(spark);
    for (int epoch = 0; at < rows.size(); epoch++) {
      int end = Math.min(rows.size(), at + 1 + random.nextInt(25));
      clicks.add(rows.subList(at, end));
      at = end;
      run.processAllAvailable();
      if (epoch == 1) {
        run.drain();
        run = start(spark);
      }
    }
    clicks.add(click("the end", "", 100_000));
    run.processAllAvailable();
    run.drain();

    assertThat(visits.rows()).containsExactlyInAnyOrderElementsOf(expected(rows));
  }

  @Test
  void aBatchGivesWhatAStreamGives(SparkSession spark) {
    List<Click> rows = random(new Random(3), 80);
    clicks.add(rows);

    assertThat(visits(timed()).collect(spark))
        .containsExactlyInAnyOrderElementsOf(expected(rows));
  }

  @Test
  void rowsAndTimersMayBeOfAnyCentury(SparkSession spark) {
    List<Click> rows =
        List.of(
            new Click("a", "late", 60, Instant.parse("9999-12-31T23:59:59Z")),
            new Click("a", "early", 60, Instant.parse("0001-01-01T00:00:00Z")));
    clicks.add(rows);

    assertThat(visits(timed()).collect(spark))
        .containsExactlyInAnyOrderElementsOf(expected(rows));
  }

  @Test
  void rowsWithoutOrderComeAtOnceAndTheirStateStaysAndCanBeRead(SparkSession spark) {
    Delivered<Seen> seen = Delivered.of(Seen.class);
    Stateful.of(pipeline.source("clicks", clicks))
        .keyedBy(row(Device::new).of(col(Click::user), col(Click::page)))
        .keeping(Count.class)
        .process(
            Seen.class,
            (click, device) -> {
              long count = device.state().map(Count::clicks).orElse(0L) + 1;
              device.keep(new Count(count));
              device.emit(new Seen(device.key().user() + device.key().page(), count));
            })
        .sink("seen", seen);

    try (StreamingRun run = start(spark)) {
      clicks.add(click("a", "x", 0), click("a", "x", 0), click("a", "y", 0));
      run.processAllAvailable();
      clicks.add(click("a", "x", -100_000));
      run.processAllAvailable();
    }
    String directory = checkpoints + "/clicks/stream";
    // #region saved
    Stage<Known> known =
        Pipeline.named("look").source("known", SavedState.of(Known.class, directory));
    // #endregion

    assertThat(seen.rows())
        .containsExactlyInAnyOrder(
            new Seen("ax", 1), new Seen("ax", 2), new Seen("ay", 1), new Seen("ax", 3));
    assertThat(known.collect(spark))
        .containsExactlyInAnyOrder(new Known(3, "a", "x"), new Known(1, "a", "y"));
  }

  @Test
  void whatOtherStagesRememberIsNotReadAsStateOfAFunction(SparkSession spark) {
    timed().dedupe(Click::user).sink("clicks", Delivered.of(Click.class));
    try (StreamingRun run = start(spark)) {
      clicks.add(click("a", "x", 0));
      run.processAllAvailable();
    }
    Pipeline look = Pipeline.named("look");
    look.source("known", SavedState.of(Known.class, checkpoints + "/clicks/stream"))
        .sink("known", InMemory.sink(Known.class));

    assertThatThrownBy(() -> look.check(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("stage 'known' (StatefulTest.java:")
        .hasMessageContaining("CKPT-014: saved state ")
        .hasMessageContaining("has no function with state: it keeps {0=dedupe");
  }

  private static Stage<Seen> counting(Stateful.Rows<Click> clicks) {
    return clicks
        .keyedBy(Click::user)
        .keeping(Count.class)
        .forgetAfter(Duration.ofMinutes(1))
        .process(
            Seen.class,
            (click, user) -> {
              Count count = new Count(user.state().map(Count::clicks).orElse(0L) + 1);
              user.keep(count);
              user.emit(new Seen(user.key(), count.clicks()));
            });
  }

  @Test
  void whatNobodyKeepsAgainIsForgottenByEventTime(SparkSession spark) {
    Delivered<Seen> seen = Delivered.of(Seen.class);
    counting(Stateful.timed(timed())).sink("seen", seen);

    try (StreamingRun run = start(spark)) {
      clicks.add(click("a", "x", 0), click("a", "x", 10));
      run.processAllAvailable();
      clicks.add(click("b", "x", 99)); // to 69: "a" is known until 70
      run.processAllAvailable();
      clicks.add(click("a", "x", 98));
      run.processAllAvailable();
      clicks.add(click("b", "x", 300));
      run.processAllAvailable();
      clicks.add(click("a", "x", 299));
      run.processAllAvailable();
      assertThat(run.progress().get(0).stateRows()).isPositive();
    }

    assertThat(seen.rows()).filteredOn(s -> s.user().equals("a")).extracting(Seen::clicks)
        .containsExactly(1L, 2L, 3L, 1L);
  }

  @Test
  void aBatchForgetsAsAStreamDoes(SparkSession spark) {
    clicks.add(click("a", "x", 0), click("a", "x", 60), click("a", "x", 59), click("a", "x", 300));

    assertThat(counting(Stateful.timed(timed())).collect(spark)).extracting(Seen::clicks)
        .containsExactly(1L, 2L, 3L, 1L);
  }

  @Test
  void timersByTheClockGoOffWithoutRowsAndAllThatIsAvailableIsProcessed(SparkSession spark)
      throws Exception {
    Delivered<Seen> seen = Delivered.of(Seen.class);
    Stateful.byClock(pipeline.source("clicks", clicks))
        .keyedBy(Click::user)
        .keeping(Count.class)
        .process(
            Seen.class,
            (click, user) -> {
              user.keep(new Count(user.state().map(Count::clicks).orElse(0L) + 1));
              user.wakeAt(user.now().plusMillis(1));
            },
            (at, user) -> user.emit(new Seen(user.key(), user.state().orElseThrow().clicks())))
        .sink("seen", seen);
    clicks.add(click("a", "x", 0), click("a", "x", 1));

    try (StreamingRun run =
        Streaming.of(pipeline)
            .checkpoints(checkpoints.toString())
            .trigger(Trigger.every(Duration.ofMillis(50)))
            .start(spark)) {
      run.processAllAvailable();

      assertThat(seen.rows()).containsExactly(new Seen("a", 2));
    }
  }

  @Test
  void whatIsAvailableNowEndsAlsoWithTimersByTheClock(SparkSession spark) {
    Delivered<Seen> seen = Delivered.of(Seen.class);
    counting(Stateful.byClock(pipeline.source("clicks", clicks))).sink("seen", seen);
    clicks.add(click("a", "x", 0));

    StreamingRun run =
        Streaming.of(pipeline)
            .checkpoints(checkpoints.toString())
            .trigger(Trigger.availableNow())
            .start(spark);

    assertThat(run.await(Duration.ofSeconds(60))).isTrue();
    assertThat(seen.rows()).containsExactly(new Seen("a", 1));
  }

  @Test
  void aFunctionThatFailsNamesItsStageItsLineAndTheKey(SparkSession spark) {
    clicks.add(click("a", "x", 0));
    Stage<Seen> failing =
        Stateful.of(pipeline.source("clicks", clicks))
            .keyedBy(Click::user)
            .keeping(Count.class)
            .process(
                Seen.class,
                (click, user) -> {
                  throw new IllegalStateException("no such page");
                });

    assertThatThrownBy(() -> failing.collect(spark))
        .hasMessageContaining("stage 'process Seen'")
        .hasMessageContaining("StatefulTest.java:")
        .hasMessageContaining(
            "failed for the key a: java.lang.IllegalStateException: no such page");
  }

  @Test
  void aTimerThatIsAlwaysSetAgainEndsABatchWithItsReason(SparkSession spark) {
    clicks.add(click("a", "x", 0));
    Stage<Seen> ticking =
        Stateful.inOrder(timed())
            .keyedBy(Click::user)
            .keeping(Count.class)
            .process(
                Seen.class,
                (click, user) -> user.wakeAt(user.now()),
                (at, user) -> user.wakeAt(at.plusSeconds(1)));

    assertThatThrownBy(() -> ticking.collect(spark))
        .hasMessageContaining("still sets timers for the key a")
        .hasMessageContaining("a batch has no later");
  }

  @Test
  void whatNeedsATimeIsRefusedWithoutOne() {
    counting(Stateful.of(pipeline.source("clicks", clicks))).sink("seen", Delivered.of(Seen.class));

    assertThatThrownBy(() -> Streaming.of(pipeline).checkpoints("x").validate())
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("StatefulTest.java:")
        .hasMessageContaining("what is forgotten after PT1M needs a time");
  }

  @Test
  void aWindowBehindAFunctionWithStateIsRefusedAsAStreamAlone(SparkSession spark) {
    Stage<Seen> windows =
        visits(timed())
            .eventTime(Visit::until, LATENESS)
            .window(tumbling(Duration.ofMinutes(1)))
            .groupBy(Visit::user)
            .aggregate(row(Seen::new).of(key(Visit::user), count()));
    windows.sink("windows", Delivered.of(Seen.class));

    assertThatThrownBy(() -> Streaming.of(pipeline).checkpoints("x").validate())
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("needs event time, which a stream does not have behind the function")
        .hasMessageContaining("process Visit");
    assertThat(windows.collect(spark)).isEmpty();
  }

  @Test
  void whatCannotBeSentToTheExecutorsIsRefusedWithTheLine(SparkSession spark) {
    Object local = new Object();
    clicks.add(click("a", "x", 0));
    Stage<Seen> seen =
        Stateful.of(pipeline.source("clicks", clicks))
            .keyedBy(Click::user)
            .keeping(Count.class)
            .process(Seen.class, (click, user) -> user.emit(new Seen(local.toString(), 1)));

    assertThatThrownBy(() -> seen.collect(spark))
        .hasMessageContaining("its function cannot be sent to the executors")
        .hasMessageContaining("StatefulTest.java:");
  }
}
