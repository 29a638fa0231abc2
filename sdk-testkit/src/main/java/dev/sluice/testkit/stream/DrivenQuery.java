package dev.sluice.testkit.stream;

import dev.sluice.streaming.bridge.LocalRows;
import dev.sluice.streaming.query.QueryStart;
import dev.sluice.testkit.bridge.ManualTime;
import dev.sluice.testkit.bridge.StreamInternals;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/**
 * The query of a driven stream. It sleeps until it is told to look at its sources, and whoever tells
 * it waits until it sleeps again: the test and the stream never run at the same time.
 */
final class DrivenQuery implements QueryStart {

  /** How much time goes by from one look to the next. */
  static final Duration TICK = Duration.ofMillis(1);

  private static final long NONE = -1;

  /** Code with timers asks for epochs without end; two that change nothing are enough. */
  private static final int IDLE_EPOCHS = 2;

  private final ManualTime time;
  private final CrashPlan crash;
  private Optional<StreamingQuery> query = Optional.empty();
  private Optional<Instant> nextWatermark = Optional.empty();
  private volatile long finished = NONE;

  DrivenQuery(ManualTime time, CrashPlan crash) {
    this.time = time;
    this.crash = crash;
  }

  @Override
  public StreamingQuery start(Query ready) throws TimeoutException {
    if (query.isPresent()) {
      throw new IllegalStateException(
          "some groups are never final, and others wait for time, so the pipeline runs as two queries, and a driver drives one: choose the sinks of either with onlySinks(…)");
    }
    Query guarded =
        new Query(
            ready.name(),
            ready.checkpoint(),
            ready.rows(),
            ready.mode(),
            ready.trigger(),
            (rows, epoch) -> {
              crash.epochBegins();
              ready.epoch().call(rows, epoch);
              crash.crashAt(CrashPoint.WITHIN_SINKS);
              finish(epoch);
            });
    StreamingQuery started = StreamInternals.start(guarded, time);
    query = Optional.of(started);
    return started;
  }

  /** They are few, and each sink would start a job of its own. */
  @Override
  public Dataset<Row> inHand(Dataset<Row> epoch) {
    return LocalRows.of(epoch);
  }

  /** Spark asks for the watermark of the next epoch when it has this one. */
  private synchronized void finish(long epoch) {
    nextWatermark.ifPresent(time -> StreamInternals.setWatermark(spark(), time));
    nextWatermark = Optional.empty();
    finished = epoch;
  }

  /** Waits until it has done what it found. */
  void awaitSleep() throws InterruptedException {
    time.awaitSleep(spark());
  }

  /** Lets it look at its sources once; gives whether there was an epoch, or an attempt at one. */
  boolean look(Duration later) throws InterruptedException {
    long before = epoch();
    time.advance(later);
    awaitSleep();
    return isActive() && epoch() > before;
  }

  /** Lets it look at its sources until there is nothing more to do. */
  void settle() throws InterruptedException {
    int idle = 0;
    Instant watermark = watermark();
    while (idle < IDLE_EPOCHS && look(TICK)) {
      Instant moved = watermark();
      StreamingQueryProgress progress = spark().lastProgress();
      idle = progress.numInputRows() == 0 && moved.equals(watermark) ? idle + 1 : 0;
      watermark = moved;
    }
  }

  /** The last epoch that this start has finished; negative if there is none. */
  long epoch() {
    return finished;
  }

  Instant watermark() {
    return StreamInternals.watermark(spark());
  }

  /** Moves the watermark at the end of the next epoch, unless its rows move it further. */
  synchronized void moveWatermark(Instant time) {
    nextWatermark = Optional.of(time);
  }

  boolean isActive() {
    return spark().isActive();
  }

  private StreamingQuery spark() {
    return query.orElseThrow();
  }
}
