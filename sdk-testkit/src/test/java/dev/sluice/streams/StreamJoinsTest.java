package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.JoinOn;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.TimedJoining;
import dev.sluice.TimedStage;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Joins of two streams, whose rows match within a bound of time. */
@SparkTest(
    conf = {
        // compiling the plans takes longer than to run them on a few rows
        "spark.sql.codegen.wholeStage=false",
        "spark.sql.codegen.factoryMode=NO_CODEGEN"
    })
@Timeout(120)
class StreamJoinsTest {

  record Shown(String uuid, Instant at) {}

  record Clicked(String uuid, Instant at) {}

  record Pair(String shown, String clicked) {}

  record Attributed(String uuid, Instant shownAt, Instant clickedAt) {}

  record Hour(Instant from, long clicks) {}

  /** The day after has 23 hours in Berlin. */
  private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");

  private static final Duration DAY = Duration.ofDays(1);
  private static final String FLUSH = "flush";

  private final StreamInput<Shown> impressions = StreamInput.of(Shown.class);
  private final StreamInput<Clicked> clicks = StreamInput.of(Clicked.class);
  private final Pipeline pipeline = Pipeline.named("ads");

  @TempDir
  Path checkpoints;

  private TimedStage<Shown> shown() {
    return pipeline.source("impressions", impressions)
        .filter(col(Shown::at).isNotNull())
        .eventTime(Shown::at, Duration.ofMinutes(1));
  }

  private TimedStage<Clicked> clicked() {
    return pipeline.source("clicks", clicks)
        .filter(col(Clicked::at).isNotNull())
        .eventTime(Clicked::at, Duration.ofMinutes(1));
  }

  private void shown(String uuid, Duration later) {
    impressions.add(new Shown(uuid, NOON.plus(later)));
  }

  private void clicked(String uuid, Duration later) {
    clicks.add(new Clicked(uuid, NOON.plus(later)));
  }

  private StreamingRun start(SparkSession spark) {
    return Streaming.of(pipeline).checkpoints(checkpoints.toString()).start(spark);
  }

  private static SparkSession inBerlin(SparkSession spark) {
    SparkSession berlin = spark.newSession();
    berlin.conf().set("spark.sql.session.timeZone", "Europe/Berlin");
    berlin.conf().set("spark.sql.shuffle.partitions", 1);
    return berlin;
  }

  private static Stage<Pair> pairs(JoinOn<Shown, Clicked, TimedJoining<Shown, Clicked>> joined) {
    return joined.on(Shown::uuid).equalTo(Clicked::uuid)
        .within(Duration.ZERO, DAY)
        .select((s, c) -> row(Pair::new).of(s.col(Shown::uuid), c.col(Clicked::uuid)));
  }

  @Test
  void aStreamMatchesWhatABatchMatchesAndForgetsWhatCanMatchNoMore(SparkSession session) {
    SparkSession spark = inBerlin(session);
    TimedStage<Shown> shown = shown();
    TimedStage<Clicked> clicked = clicked();
    Map<Stage<Pair>, Delivered<Pair>> joins = new LinkedHashMap<>();
    joins.put(pairs(shown.join(clicked)), Delivered.of(Pair.class));
    joins.put(pairs(shown.leftJoin(clicked)), Delivered.of(Pair.class));
    joins.put(pairs(shown.rightJoin(clicked)), Delivered.of(Pair.class));
    joins.put(pairs(shown.fullJoin(clicked)), Delivered.of(Pair.class));
    joins.forEach((stage, sink) -> stage.sink("pairs " + pipeline.plan().sinks().size(), sink));
    Map<Stage<Shown>, Delivered<Shown>> filters = new LinkedHashMap<>();
    filters.put(
        shown.semiJoin(clicked).on(Shown::uuid).equalTo(Clicked::uuid)
            .within(Duration.ZERO, DAY),
        Delivered.of(Shown.class));
    filters.put(
        shown.antiJoin(clicked).on(Shown::uuid).equalTo(Clicked::uuid)
            .within(Duration.ZERO, DAY),
        Delivered.of(Shown.class));
    filters.forEach((stage, sink) -> stage.sink("rows " + pipeline.plan().sinks().size(), sink));
    for (String uuid : List.of("at once", "a day later", "later", "before", "never")) {
      shown(uuid, Duration.ZERO);
    }
    clicked("at once", Duration.ZERO);
    clicked("before", Duration.of(-1, ChronoUnit.MICROS));

    try (StreamingRun run = start(spark)) {
      run.processAllAvailable();
      clicked("a day later", DAY);
      clicked("later", DAY.plus(1, ChronoUnit.MICROS));
      clicked("never shown", Duration.ofHours(10));
      run.processAllAvailable();
      long kept = run.progress().get(0).stateRows();
      shown(FLUSH, DAY.multipliedBy(9));
      clicked(FLUSH, DAY.multipliedBy(12));
      run.processAllAvailable();
      shown(FLUSH, DAY.multipliedBy(9).plusMinutes(5));
      run.processAllAvailable();

      joins.forEach(
          (stage, sink) -> assertThat(sink.rows())
              .as(stage.node().verb().name())
              .containsExactlyInAnyOrderElementsOf(
                  stage.collect(spark).stream().filter(StreamJoinsTest::isNoFlush).toList()));
      filters.forEach(
          (stage, sink) -> assertThat(sink.rows())
              .as(stage.node().verb().name())
              .containsExactlyInAnyOrderElementsOf(
                  stage.collect(spark).stream()
                      .filter(row -> !FLUSH.equals(row.uuid()))
                      .toList()));
      assertThat(joins.values().iterator().next().rows())
          .containsExactlyInAnyOrder(
              new Pair("at once", "at once"), new Pair("a day later", "a day later"));
      assertThat(kept).isGreaterThan(6 * 8);
      // what is left in each of the six joins is what came last
      assertThat(run.progress().get(0).stateRows()).isEqualTo(6 * 3);
    }
  }

  private static boolean isNoFlush(Pair pair) {
    return !FLUSH.equals(pair.shown()) && !FLUSH.equals(pair.clicked());
  }

  @Test
  void whatIsJoinedKeepsItsEventTime(SparkSession session) {
    SparkSession spark = inBerlin(session);
    Delivered<Hour> hours = Delivered.of(Hour.class);
    // #region within
    shown().join(clicked()).on(Shown::uuid).equalTo(Clicked::uuid)
        .within(Duration.ZERO, Duration.ofMinutes(5))
        .select(
            (s, c) -> row(Attributed::new).of(
                s.col(Shown::uuid), s.col(Shown::at), c.col(Clicked::at)))
        .timedBy(Attributed::clickedAt)
        .window(tumbling(Duration.ofHours(1)))
        .aggregate(row(Hour::new).of(windowStart(), count()))
        .sink("hours", hours);
    // #endregion
    for (int i = 0; i < 3; i++) {
      shown("u" + i, Duration.ofMinutes(i));
      clicked("u" + i, Duration.ofMinutes(i + 1));
    }

    try (StreamingRun run = start(spark)) {
      run.processAllAvailable();
      assertThat(hours.rows()).isEmpty();
      shown(FLUSH, DAY);
      clicked(FLUSH, DAY);
      run.processAllAvailable();

      assertThat(hours.rows()).containsExactly(new Hour(NOON, 3));
    }
  }
}
