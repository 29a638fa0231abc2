package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.collectList;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.session;
import static dev.sluice.Dsl.sliding;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.TimedStage;
import dev.sluice.plan.TimeWindow;
import dev.sluice.run.RuleCount;
import dev.sluice.run.RunReport;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.streaming.run.StreamListener;
import dev.sluice.streaming.run.StreamProgress;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that come too late for a stream: each is routed, or in a window, never both or neither. */
@SparkTest
@Timeout(300)
class LateRowsTest {

  record Event(long id, String key, Instant at) {}

  record Taken(Instant from, List<Long> ids) {}

  record Counted(Instant from, String key, long events) {}

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LATENESS = Duration.ofSeconds(20);
  private static final long FLUSH = -1;

  private final StreamInput<Event> input = StreamInput.of(Event.class);
  private final Pipeline pipeline = Pipeline.named("late");
  private final AtomicLong late = new AtomicLong();

  @TempDir
  Path checkpoints;

  private TimedStage<Event> events() {
    return pipeline.source("events", input).eventTime(Event::at, LATENESS);
  }

  private StreamingRun start(SparkSession spark) {
    return Streaming.of(pipeline).checkpoints(checkpoints.toString())
        .listener(new StreamListener() {
          @Override
          public void progressed(StreamProgress progress) {
            late.addAndGet(progress.lateRows());
          }
        })
        .start(spark);
  }

  private static SparkSession small(SparkSession spark) {
    SparkSession small = spark.newSession();
    small.conf().set("spark.sql.shuffle.partitions", 1);
    return small;
  }

  private static Event event(long id, int second) {
    return new Event(id, "k" + id % 3, START.plusSeconds(second));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("sluice.late.seeds", 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachRowIsLateOrInAWindow(long seed, SparkSession session) {
    SparkSession spark = small(session);
    Map<TimeWindow, Delivered<Taken>> taken = new LinkedHashMap<>();
    Map<TimeWindow, Delivered<Event>> routed = new LinkedHashMap<>();
    for (TimeWindow window : List.of(
        tumbling(Duration.ofSeconds(30)),
        sliding(Duration.ofSeconds(30), Duration.ofSeconds(10)),
        session(Duration.ofSeconds(5)))) {
      taken.put(window, Delivered.of(Taken.class));
      routed.put(window, Delivered.of(Event.class));
      TimedStage.Windowed<Event> windows = events().window(window);
      windows.groupBy(Event::key)
          .aggregate(row(Taken::new).of(windowStart(), collectList(col(Event::id))))
          .sink("taken " + window.text(), taken.get(window));
      windows.late().sink("late " + window.text(), routed.get(window));
    }
    Delivered<Event> unique = Delivered.of(Event.class);
    events().dedupe(Event::id).sink("unique", unique);
    Delivered<Event> old = Delivered.of(Event.class);
    events().late().sink("old", old);
    Random random = new Random(seed);
    Set<Long> ids = new HashSet<>();

    try (StreamingRun run = start(spark)) {
      for (int epoch = 0; epoch < 4; epoch++) {
        List<Event> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
          int second = epoch * 40 + random.nextInt(40) - (random.nextInt(3) == 0 ? 90 : 0);
          rows.add(event(ids.size(), second));
          ids.add((long) ids.size());
        }
        input.add(rows);
        run.processAllAvailable();
      }
      input.add(event(FLUSH, 100_000));
      run.processAllAvailable();

      taken.forEach(
          (window, sink) -> assertSplit(
              window.text() + " of seed " + seed,
              ids,
              sink.rows().stream().flatMap(row -> row.ids().stream()).distinct().toList(),
              ids(routed.get(window))));
      assertSplit("dedupe of seed " + seed, ids, ids(unique), ids(old));
      run.drain();
      assertThat(late.get())
          .isEqualTo(
              routed.values().stream().mapToLong(sink -> sink.rows().size()).sum()
                  + old.rows().size());
    }
  }

  private static List<Long> ids(Delivered<Event> rows) {
    return rows.rows().stream().map(Event::id).filter(id -> id != FLUSH).toList();
  }

  private static void assertSplit(String what, Set<Long> all, List<Long> taken, List<Long> late) {
    assertThat(late).as("late rows of " + what).isNotEmpty().doesNotHaveDuplicates();
    assertThat(taken).as("taken rows of " + what).isNotEmpty().doesNotContainAnyElementsOf(late);
    Set<Long> both = new HashSet<>(taken);
    both.addAll(late);
    assertThat(both).as("rows of " + what).isEqualTo(all);
  }

  @Test
  void aLimitOfRejectedRowsKeepsNoLateRowBack(SparkSession session) {
    SparkSession spark = small(session);
    Delivered<Event> routed = Delivered.of(Event.class);
    TimedStage.Windowed<Event> windows =
        pipeline.source("events", input)
            .clean("valid", c -> c.require("an id", col(Event::id).ge(0L)).rejectAtMost(5))
            .eventTime(Event::at, LATENESS)
            .window(tumbling(Duration.ofSeconds(30)));
    windows.groupBy(Event::key)
        .aggregate(row(Counted::new).of(windowStart(), key(Event::key), count()))
        .sink("counted", Delivered.of(Counted.class));
    windows.late().sink("late", routed);
    try (StreamingRun first = start(spark)) {
      input.add(event(0, 100));
      first.processAllAvailable();
    }
    try (StreamingRun second = start(spark)) {
      input.add(event(3, 1), event(6, 95));
      second.processAllAvailable();
    }

    assertThat(ids(routed)).containsExactly(3L);
  }

  @Test
  void withoutAStageForThemLateRowsAreCountedAsSparkDoes(SparkSession session) {
    events().window(tumbling(Duration.ofSeconds(30)))
        .groupBy(Event::key)
        .aggregate(row(Counted::new).of(windowStart(), key(Event::key), count()))
        .sink("counted", Delivered.of(Counted.class));

    try (StreamingRun run = start(small(session))) {
      input.add(event(0, 100));
      run.processAllAvailable();
      input.add(event(3, 1), event(6, 2), event(9, 3));
      run.processAllAvailable();
      run.drain();
    }
    // three of one window and key are one to Spark
    assertThat(late).hasValue(1);
  }

  @Test
  void anEpochThatIsRepeatedAfterAStartHasTheSameLateRows(SparkSession session) {
    SparkSession spark = small(session);
    Delivered<Counted> counted = Delivered.of(Counted.class);
    AtomicBoolean full = new AtomicBoolean();
    Delivered<Event> routed =
        Delivered.calling(
            Event.class,
            epoch -> {
              if (full.getAndSet(false)) {
                throw new IllegalStateException("disk full");
              }
            });
    // #region late
    TimedStage.Windowed<Event> windows = events().window(tumbling(Duration.ofSeconds(30)));
    windows.groupBy(Event::key)
        .aggregate(row(Counted::new).of(windowStart(), key(Event::key), count()))
        .sink("counted", counted);
    windows.late().named("too late").sink("late", routed);
    // #endregion
    StreamingRun first = start(spark);
    input.add(event(0, 100));
    first.processAllAvailable();
    full.set(true);
    input.add(event(3, 1), event(6, 2), event(9, 95));

    assertThatThrownBy(first::await).isInstanceOf(StreamFailedException.class);
    try (StreamingRun second = start(spark)) {
      second.processAllAvailable();
      input.add(event(FLUSH, 1_000));
      second.processAllAvailable();

      assertThat(ids(routed)).containsExactlyInAnyOrder(3L, 6L);
      assertThat(counted.rows())
          .containsExactly(new Counted(START.plusSeconds(90), "k0", 2));
      RunReport report = second.drain();
      assertThat(report.stage("too late").orElseThrow().rowsIn()).hasValue(2);
    }
    assertThat(late).hasValue(2);
  }

  @Test
  void rowsWithoutATimeAreInNoWindowAndCounted(SparkSession session) {
    SparkSession spark = small(session);
    Delivered<Counted> counted = Delivered.of(Counted.class);
    Delivered<Event> routed = Delivered.of(Event.class);
    TimedStage.Windowed<Event> windows =
        events().named("timed").window(tumbling(Duration.ofSeconds(30)));
    windows.groupBy(Event::key)
        .aggregate(row(Counted::new).of(windowStart(), key(Event::key), count()))
        .sink("counted", counted);
    windows.late().sink("late", routed);
    input.add(event(0, 1), new Event(1, "none", null), new Event(2, "none", null));

    try (StreamingRun run = start(spark)) {
      run.processAllAvailable();
      input.add(event(3, 100), new Event(4, "none", null));
      run.processAllAvailable();
      input.add(event(6, 200));
      run.processAllAvailable();
      RunReport report = run.drain();

      assertThat(report.stage("timed").orElseThrow().warned())
          .containsExactly(RuleCount.of("no time", 3));
    }
    assertThat(counted.rows()).extracting(Counted::key).doesNotContain("none");
    assertThat(routed.rows()).isEmpty();
  }

  @Test
  void aBatchHasNoLateRows(SparkSession spark) {
    input.add(event(0, 100), event(1, 1));

    assertThat(events().late().collect(spark)).isEmpty();
    assertThat(events().window(tumbling(Duration.ofSeconds(30))).late().collect(spark)).isEmpty();
  }

  @Test
  void lateRowsBehindAJoinOfStreamsAreRefused() {
    TimedStage<Event> events = events();
    events.semiJoin(events).on(Event::id).equalTo(Event::id)
        .within(Duration.ZERO, Duration.ZERO)
        .timedBy(Event::at).late().sink("late", Delivered.of(Event.class));

    assertThatThrownBy(Streaming.of(pipeline)::validate)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("late() cannot follow stage 'semi join Event'");
  }
}
