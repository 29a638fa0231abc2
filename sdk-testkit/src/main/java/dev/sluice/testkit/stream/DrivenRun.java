package dev.sluice.testkit.stream;

import dev.sluice.plan.Plan;
import dev.sluice.run.RunOptions;
import dev.sluice.run.RunReport;
import dev.sluice.streaming.query.RunningStream;
import dev.sluice.streaming.query.StreamOptions;
import dev.sluice.streaming.run.StreamProgress;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** A driven stream from one start to its end. Each step returns when the stream sleeps again. */
final class DrivenRun {

  private final StreamingRun run;
  private final DrivenQuery query;
  private final ToldEpochs told;

  private DrivenRun(StreamingRun run, DrivenQuery query, ToldEpochs told) {
    this.run = run;
    this.query = query;
    this.told = told;
  }

  /** Starts it; it may not sleep yet. */
  static DrivenRun start(
      Plan plan, SparkSession spark, String checkpoints, DrivenQuery query, ToldEpochs told) {
    StreamOptions options =
        StreamOptions.DEFAULT
            .checkpoints(checkpoints)
            .trigger(Trigger.every(DrivenQuery.TICK))
            .run(RunOptions.defaults().parallelSinks(1))
            .listener(told);
    return new DrivenRun(
        RunningStream.start(plan, spark, options, List.of(), query), query, told);
  }

  void awaitSleep() {
    waiting(() -> {
      query.awaitSleep();
      return true;
    });
  }

  /** Lets it look at its sources until there is nothing more to do. */
  void settle() {
    waiting(() -> {
      query.settle();
      return true;
    });
  }

  /** Lets it look at its sources once; gives whether there was an epoch, or an attempt at one. */
  boolean look(Duration later) {
    return waiting(() -> query.look(later));
  }

  /** Spark tells of an epoch a little later, and with it what it counted. */
  void awaitTold() {
    waiting(() -> told.await(query.epoch()));
  }

  private interface Wait {
    boolean end() throws InterruptedException;
  }

  private static boolean waiting(Wait wait) {
    try {
      return wait.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the test was interrupted", e);
    }
  }

  boolean isActive() {
    return query.isActive();
  }

  /** The last epoch that it has finished; negative if there is none. */
  long epoch() {
    return query.epoch();
  }

  Instant watermark() {
    return query.watermark();
  }

  /** Moves the watermark at the end of the next epoch, unless its rows move it further. */
  void moveWatermark(Instant time) {
    query.moveWatermark(time);
  }

  Optional<StreamProgress> progress() {
    return run.progress().stream().findFirst();
  }

  RunReport report() {
    return run.report();
  }

  void stop() {
    run.stop();
  }

  /** Throws what it failed with, if it has ended by itself. */
  void failWithCause() {
    run.await();
  }

  /** Throws what it failed with, unless that is the crash of the test. */
  void failUnlessCrashed() {
    try {
      run.await();
    } catch (RuntimeException e) {
      if (!StreamCrash.isCauseOf(e)) {
        throw e;
      }
    }
  }
}
