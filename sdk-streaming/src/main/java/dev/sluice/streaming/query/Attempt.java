package dev.sluice.streaming.query;

import dev.sluice.PipelineException;
import dev.sluice.connect.Secrets;
import dev.sluice.plan.Plan;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunStatus;
import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.text.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** The queries of a pipeline from one start to their end, which is that of all of them. */
final class Attempt {

  private static final long LOOK_MILLIS = 200;

  private final Plan plan;
  private final EpochReports reports;
  private final List<StreamQuery> queries;
  private volatile boolean isStopped;

  private Attempt(Plan plan, EpochReports reports, List<StreamQuery> queries) {
    this.plan = plan;
    this.reports = reports;
    this.queries = queries;
  }

  /**
   * Starts the queries.
   *
   * @throws StreamFailedException if Spark refuses one; none runs then
   */
  static Attempt start(
      Plan plan,
      SparkSession spark,
      StreamOptions options,
      EpochReports reports,
      StreamCheckpoints checkpoints,
      QueryStart start) {
    List<StreamQuery> queries =
        options.realTime().isPresent()
            ? RealTimeQuery.of(plan, spark, options, reports)
            : QueryPlan.of(plan, options).stream()
                .<StreamQuery>map(query -> new QueryRun(query, spark, options, reports, start))
                .toList();
    Attempt attempt = new Attempt(plan, reports, queries);
    try {
      for (StreamQuery query : queries) {
        query.start(spark, checkpoints.of(query.plan()), options.trigger());
      }
    } catch (Exception | Error e) {
      attempt.stop();
      throw attempt.failure(e);
    }
    return attempt;
  }

  List<StreamQuery> queries() {
    return queries;
  }

  /** The query that this progress is of. */
  Optional<StreamQuery> of(StreamingQueryProgress progress) {
    return queries.stream()
        .filter(query -> query.spark() != null && query.spark().id().equals(progress.id()))
        .findFirst();
  }

  /** One query that fails ends all: a pipeline that writes only some of its sinks is no use. */
  Optional<StreamFailedException> awaitEnd() {
    try {
      return awaitQueries();
    } finally {
      queries.forEach(StreamQuery::release);
    }
  }

  private Optional<StreamFailedException> awaitQueries() {
    try {
      while (queries.stream().anyMatch(query -> query.spark().isActive())) {
        if (failureOfAny().isPresent()) {
          end(StreamQuery::giveUp);
        }
        for (StreamQuery query : queries) {
          query.spark().awaitTermination(Math.max(1, LOOK_MILLIS / queries.size()));
        }
      }
    } catch (Throwable e) {
      if (!isStopped && !DrainedException.isCauseOf(e) && failureOfAny().isEmpty()) {
        return Optional.of(failure(e));
      }
      end(failureOfAny().isPresent() ? StreamQuery::giveUp : StreamQuery::drain);
    }
    return failureOfAny();
  }

  /** What an epoch throws that was broken off on request is no failure. */
  private Optional<StreamFailedException> failureOfAny() {
    return isStopped ? Optional.empty() : failures();
  }

  private Optional<StreamFailedException> failures() {
    return queries.stream()
        .flatMap(query -> query.spark().exception().isDefined()
            ? Stream.of(query.spark().exception().get())
            : Stream.empty())
        .filter(e -> !DrainedException.isCauseOf(e))
        .findFirst()
        .map(this::failure);
  }

  /** Ends each between two epochs. */
  void drain() {
    end(StreamQuery::drain);
  }

  /** A way to end a query. */
  private interface Ending {
    void of(StreamQuery query) throws InterruptedException, TimeoutException;
  }

  private void end(Ending ending) {
    queries.forEach(StreamQuery::askToDrain);
    try {
      for (StreamQuery query : queries) {
        ending.of(query);
      }
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      throw failure(e);
    }
  }

  /** Ends each at once. */
  void stop() {
    isStopped = true;
    try {
      for (StreamQuery query : queries) {
        query.stop();
      }
    } catch (TimeoutException e) {
      throw failure(e);
    }
  }

  void processAllAvailable() {
    queries.forEach(StreamQuery::processAllAvailable);
  }

  private StreamFailedException failure(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && !isOurs(cause)) {
      cause = cause.getCause();
    }
    String what = isOurs(cause) ? cause.getMessage() : reason(e, cause);
    return new StreamFailedException(
        Secrets.masked("stream '%s' failed: %s".formatted(OneLine.of(plan.name()), what)),
        reports.sum(RunStatus.FAILED),
        Secrets.masked(e));
  }

  private static boolean isOurs(Throwable cause) {
    return cause instanceof RunFailedException || cause instanceof PipelineException;
  }

  /** Spark's message around the cause shows the whole plan. */
  private static String reason(Throwable e, Throwable cause) {
    return e instanceof StreamingQueryException ? cause.toString() : e.toString();
  }
}
