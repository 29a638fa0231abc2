package dev.sluice.streaming.query;

import dev.sluice.connect.Secrets;
import dev.sluice.plan.Plan;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.streaming.run.StreamProgress;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.text.OneLine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** The queries of a pipeline, which end together. */
public final class RunningStream implements StreamingRun {

  private static final long LOOK_MILLIS = 200;

  private final Plan plan;
  private final SparkSession spark;
  private final List<QueryRun> queries;
  private final EpochReports reports;
  private final GuardedListener listener;
  private final ConcurrentHashMap<String, StreamProgress> last = new ConcurrentHashMap<>();
  private final CompletableFuture<Optional<StreamFailedException>> end = new CompletableFuture<>();
  private final ProgressEvents told = new ProgressEvents(this::progressed);

  private RunningStream(Plan plan, SparkSession spark, StreamOptions options) {
    this.plan = plan;
    this.spark = spark;
    this.listener = new GuardedListener(options.listeners());
    this.reports = new EpochReports(plan.name(), listener);
    this.queries =
        QueryPlan.of(plan, options.eachSinkAlone()).stream()
            .map(query -> new QueryRun(query, spark, options, reports))
            .toList();
  }

  /**
   * Starts the queries of a plan that is valid.
   *
   * @throws StreamFailedException if Spark refuses one; none runs then
   */
  public static StreamingRun start(Plan plan, SparkSession spark, StreamOptions options) {
    SparkSession own = StreamSession.of(spark);
    RunningStream stream = new RunningStream(plan, own, options);
    own.streams().addListener(stream.told);
    try {
      for (QueryRun query : stream.queries) {
        query.start(own, stream.checkpoint(options, query), options.trigger());
      }
    } catch (Exception e) {
      stream.queries.stream().filter(query -> query.spark() != null).forEach(RunningStream::stop);
      own.streams().removeListener(stream.told);
      throw stream.failure(e);
    }
    Thread waiting = new Thread(stream::watch, "sluice-stream-" + plan.name());
    waiting.setDaemon(true);
    waiting.start();
    return stream;
  }

  private String checkpoint(StreamOptions options, QueryRun query) {
    return options.checkpoints().orElseThrow() + "/" + plan.name() + "/" + query.name();
  }

  /** One query that ends ends all: a pipeline that writes only some of its sinks is no use. */
  private void watch() {
    Optional<StreamFailedException> failure = Optional.empty();
    try {
      while (queries.stream().allMatch(query -> query.spark().isActive())) {
        queries.get(0).spark().awaitTermination(LOOK_MILLIS);
      }
      if (failureOfAny().isPresent()) {
        queries.forEach(QueryRun::askToDrain);
        for (QueryRun query : queries) {
          query.drain();
        }
      }
      for (QueryRun query : queries) {
        query.spark().awaitTermination();
      }
    } catch (Throwable e) {
      if (!DrainedException.isCauseOf(e)) {
        failure = Optional.of(failure(e));
      }
    }
    finish(failure.or(this::failureOfAny));
  }

  private Optional<StreamFailedException> failureOfAny() {
    return queries.stream()
        .flatMap(
            query -> query.spark().exception().isDefined()
                ? java.util.stream.Stream.of(query.spark().exception().get())
                : java.util.stream.Stream.empty())
        .filter(e -> !DrainedException.isCauseOf(e))
        .findFirst()
        .map(this::failure);
  }

  private void finish(Optional<StreamFailedException> failure) {
    spark.streams().removeListener(told);
    listener.ended(failure);
    end.complete(failure);
  }

  private StreamFailedException failure(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof RunFailedException)) {
      cause = cause.getCause();
    }
    String what = cause instanceof RunFailedException ? cause.getMessage() : reason(e, cause);
    return new StreamFailedException(
        Secrets.masked("stream '%s' failed: %s".formatted(OneLine.of(plan.name()), what)),
        reports.sum(RunStatus.FAILED),
        Secrets.masked(e));
  }

  /** Spark's message around the cause shows the whole plan. */
  private static String reason(Throwable e, Throwable cause) {
    return e instanceof StreamingQueryException ? cause.toString() : e.toString();
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
      Thread.currentThread().interrupt();
      return drain();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the stream broke", e.getCause());
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
      throw new IllegalStateException("the stream broke", e.getCause());
    }
  }

  private RunReport ended(Optional<StreamFailedException> failure) {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return report();
  }

  @Override
  public RunReport drain() {
    queries.forEach(QueryRun::askToDrain);
    for (QueryRun query : queries) {
      try {
        query.drain();
      } catch (InterruptedException e) {
        stop();
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        throw failure(e);
      }
    }
    return ended(end.join());
  }

  @Override
  public void stop() {
    queries.forEach(RunningStream::stop);
    end.join();
  }

  private static void stop(QueryRun query) {
    try {
      query.stop();
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "query '%s' did not stop in time".formatted(OneLine.of(query.name())), e);
    }
  }

  @Override
  public void processAllAvailable() {
    queries.forEach(query -> query.spark().processAllAvailable());
  }

  @Override
  public RunReport report() {
    RunStatus status =
        end.isDone() && end.join().isPresent() ? RunStatus.FAILED : RunStatus.SUCCEEDED;
    return reports.sum(status);
  }

  @Override
  public List<StreamProgress> progress() {
    return queries.stream()
        .map(query -> last.get(query.name()))
        .filter(progress -> progress != null)
        .toList();
  }

  @Override
  public void close() {
    if (isRunning()) {
      drain();
    }
  }

  private void progressed(StreamingQueryProgress spark) {
    queries.stream()
        .filter(query -> query.spark() != null && query.spark().id().equals(spark.id()))
        .forEach(query -> progressed(query, spark));
  }

  private void progressed(QueryRun query, StreamingQueryProgress spark) {
    StreamProgress progress = Progress.of(query.plan(), spark);
    last.put(query.name(), progress);
    reports.counted(query.counts().reports(spark.observedMetrics()));
    listener.progressed(progress);
  }
}
