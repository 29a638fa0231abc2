package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.streaming.bridge.ApplicationFigures;
import dev.sluice.streaming.checkpoint.LeaseLostException;
import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.streaming.run.StreamProgress;
import dev.sluice.streaming.run.StreamingRun;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream from its start to its end, with as many attempts as it may make. */
public final class RunningStream implements StreamingRun {

  private static final Logger LOG = LoggerFactory.getLogger(RunningStream.class);

  private final Plan plan;
  private final SparkSession spark;
  private final StreamOptions options;
  private final QueryStart start;
  private final EpochReports reports;
  private final GuardedListener listener;
  private final RestartBudget restarts;
  private final Map<String, StreamProgress> last = new ConcurrentSkipListMap<>();
  private final Map<String, Long> counted = new HashMap<>();
  private final CompletableFuture<Optional<StreamFailedException>> end = new CompletableFuture<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private final ProgressEvents told = new ProgressEvents(this::progressed);
  private final StreamCheckpoints checkpoints;
  private final StreamFigures figures;
  private ApplicationFigures shown;
  private volatile Attempt attempt;

  private RunningStream(
      Plan plan,
      SparkSession spark,
      StreamOptions options,
      List<String> notes,
      QueryStart start) {
    this.plan = plan;
    this.spark = spark;
    this.options = options;
    this.start = start;
    this.listener = new GuardedListener(options.listeners());
    this.reports = new EpochReports(plan, notes, listener);
    this.restarts = new RestartBudget(options.restarts(), InstantSource.system());
    this.figures =
        new StreamFigures(plan, () -> reports.counted(RunStatus.SUCCEEDED), last::values);
    this.checkpoints = StreamCheckpoints.claim(plan, spark, options);
  }

  /**
   * Starts the queries of a plan that is valid.
   *
   * @param notes what its report says from the start
   * @throws dev.sluice.PipelineException if a checkpoint cannot be used; nothing has started then
   * @throws StreamFailedException if Spark refuses one; none runs then
   */
  public static StreamingRun start(
      Plan plan, SparkSession spark, StreamOptions options, List<String> notes) {
    return start(plan, spark, options, notes, QueryStart.BY_SPARKS_CLOCK);
  }

  /**
   * The same, with queries that are started in another way.
   *
   * @throws dev.sluice.PipelineException if a checkpoint cannot be used; nothing has started then
   * @throws StreamFailedException if Spark refuses one; none runs then
   */
  public static StreamingRun start(
      Plan plan,
      SparkSession spark,
      StreamOptions options,
      List<String> notes,
      QueryStart start) {
    RunningStream stream =
        new RunningStream(
            plan, StreamSession.of(spark, plan, options.trigger()), options, notes, start);
    stream.spark.streams().addListener(stream.told);
    try {
      stream.attempt = stream.newAttempt();
    } catch (RuntimeException | Error e) {
      stream.spark.streams().removeListener(stream.told);
      stream.checkpoints.close();
      throw e;
    }
    stream.shown =
        ApplicationFigures.show(spark.sparkContext(), plan.name(), stream.figures.all());
    Thread watching = new Thread(stream::watch, "sluice-stream-" + plan.name());
    watching.setDaemon(true);
    watching.start();
    return stream;
  }

  private Attempt newAttempt() {
    return Attempt.start(plan, spark, options, reports, checkpoints, start);
  }

  private void watch() {
    try {
      ShutdownDrain atShutdown = ShutdownDrain.calling(this::endForShutdown);
      try (atShutdown) {
        Optional<StreamFailedException> failure = attempt.awaitEnd();
        while (failure.isPresent() && mayTryAgain(failure.get())) {
          failure = tryAgain();
        }
        finish(failure);
      }
    } catch (Throwable e) {
      broke(e);
    }
  }

  /** Nobody watches any more, so nothing may go on. */
  private void broke(Throwable e) {
    try {
      attempt.stop();
    } catch (RuntimeException again) {
      e.addSuppressed(again);
    }
    letGo();
    end.completeExceptionally(e);
  }

  private void letGo() {
    spark.streams().removeListener(told);
    shown.close();
    checkpoints.close();
  }

  private void endForShutdown() {
    try {
      close();
    } catch (StreamFailedException e) {
      LOG.error("Stream {} failed while it was drained", plan.name(), e);
    }
  }

  private boolean mayTryAgain(StreamFailedException failure) throws InterruptedException {
    if (isEnding() || LeaseLostException.isCauseOf(failure)) {
      return false;
    }
    Optional<Duration> pause = restarts.next();
    pause.ifPresent(time -> listener.restarting(failure, time));
    return pause.isPresent() && !ending.await(pause.get().toMillis(), TimeUnit.MILLISECONDS);
  }

  private Optional<StreamFailedException> tryAgain() {
    try {
      Attempt next = newAttempt();
      attempt = next;
      if (isEnding()) {
        next.drain();
      }
      return next.awaitEnd();
    } catch (StreamFailedException e) {
      return Optional.of(e);
    }
  }

  private boolean isEnding() {
    return ending.getCount() == 0;
  }

  private void finish(Optional<StreamFailedException> failure) {
    attempt.queries().forEach(this::hearTheRest);
    letGo();
    listener.ended(failure);
    end.complete(failure);
  }

  @Override
  public String pipeline() {
    return plan.name();
  }

  @Override
  public boolean isRunning() {
    return !end.isDone();
  }

  @Override
  public RunReport await() {
    try {
      return ended(end.get());
    } catch (InterruptedException e) {
      try {
        return drain();
      } finally {
        Thread.currentThread().interrupt();
      }
    } catch (ExecutionException e) {
      throw broken(e);
    }
  }

  @Override
  public boolean await(Duration atMost) {
    try {
      ended(end.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return end.isDone();
    } catch (ExecutionException e) {
      throw broken(e);
    }
  }

  private static IllegalStateException broken(ExecutionException e) {
    return new IllegalStateException("the watch over the stream broke", e.getCause());
  }

  private RunReport ended(Optional<StreamFailedException> failure) {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return report();
  }

  @Override
  public RunReport drain() {
    ending.countDown();
    attempt.drain();
    return ended(end.join());
  }

  @Override
  public void stop() {
    ending.countDown();
    attempt.stop();
    end.join();
  }

  @Override
  public void processAllAvailable() {
    attempt.processAllAvailable();
    // Spark's listeners may be told later than this returns, and what was counted is asked for next
    attempt.queries().forEach(this::hearTheRest);
  }

  @Override
  public RunReport report() {
    boolean failed = end.isDone() && end.join().isPresent();
    return reports.sum(failed ? RunStatus.FAILED : RunStatus.SUCCEEDED);
  }

  @Override
  public List<StreamProgress> progress() {
    Collection<StreamProgress> known = last.values();
    return List.copyOf(known);
  }

  @Override
  public void close() {
    if (isRunning()) {
      drain();
    }
  }

  /** What its listeners have yet to be told of the epochs of a query that have ended. */
  private void hearTheRest(StreamQuery query) {
    if (query.spark() != null) {
      for (StreamingQueryProgress step : query.spark().recentProgress()) {
        if (Progress.isOfEpoch(step)) {
          progressed(query, step);
        }
      }
    }
  }

  private void progressed(StreamingQueryProgress spark) {
    Attempt current = attempt;
    if (current != null) {
      current.of(spark).ifPresent(query -> progressed(query, spark));
    }
  }

  /** Each epoch once, whether Spark's listeners tell of it first or the query itself at its end. */
  private synchronized void progressed(StreamQuery query, StreamingQueryProgress spark) {
    StreamProgress progress = Progress.of(query.plan(), spark, query.late(spark));
    if (Progress.isOfEpoch(spark)) {
      if (counted.getOrDefault(query.name(), -1L) >= spark.batchId()) {
        return;
      }
      counted.put(query.name(), spark.batchId());
      query.committed(spark);
      figures.committed(progress);
    }
    last.put(query.name(), progress);
    listener.progressed(progress);
  }
}
