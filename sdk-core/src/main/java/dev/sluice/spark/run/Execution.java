package dev.sluice.spark.run;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunListener.RunStarted;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.spark.metrics.RunFigures;
import dev.sluice.spark.metrics.RunObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One execution of a plan, over rows that are given for some of its stages: a batch run, for which
 * none are, or one epoch of a stream, for which those of the stages up to the cut are. Sinks,
 * rejected rows, counts, limits, shared stages and the report are the same for both.
 *
 * <pre>{@code
 * Execution epoch = new Execution(context.epoch(17), Map.of(bids, rows));
 * RunReport report = epoch.run();
 * epoch.failure(report).ifPresent(failure -> { throw failure; });
 * }</pre>
 *
 * <p>It runs once. One thread runs it; any thread may cancel it.
 */
final class Execution {

  private static final String UNKNOWN =
      "The run broke off before Spark told what it did, so its numbers are not known.";

  private final RunContext context;
  private final Map<PlanNode, Dataset<Row>> given;
  private final PlanCut cut;
  private final RunOutcome outcome = new RunOutcome();
  private volatile RunObserver observer;

  /**
   * An execution that is not yet started.
   *
   * @param given the rows of stages that are not to be computed: for a source what its {@code read}
   *     would give, for any other stage rows with the columns of its record. They may cost a lot to
   *     compute: where more than one sink needs them they are computed once, and kept meanwhile.
   * @throws IllegalArgumentException if the plan has no such stage, or if rejected rows of a given
   *     stage would still have to be computed
   */
  Execution(RunContext context, Map<PlanNode, Dataset<Row>> given) {
    this.context = context;
    this.given = Map.copyOf(given);
    this.cut = new PlanCut(context.plan(), given.keySet());
  }

  /**
   * Does all the work on this thread and threads of its own, and returns when it is over. Whatever
   * goes wrong is told in the report.
   */
  RunReport run() {
    Optional<SparkSession> before = ActiveSession.get();
    SparkSession.setActiveSession(context.spark());
    try {
      RunReport done = watched();
      context.listeners().runFinished(done);
      return done;
    } finally {
      ActiveSession.set(before);
    }
  }

  private RunReport watched() {
    GuardedListeners listeners = context.listeners();
    try (RunObserver watching =
        RunObserver.start(context.spark(), context.id(), SinkWriter.progress(context))) {
      observer = watching;
      listeners.runStarted(
          new RunStarted(
              context.plan().name(),
              context.id(),
              context.started(),
              cut.sinks().stream().map(PlanSink::name).toList()));
      return new ExecutionWork(context, cut, given, watching, outcome).run();
    } catch (Throwable e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      // whoever waits must be told, whatever it was, as when the session was stopped
      outcome.fail(
          FailureText.ofRun(context.plan(), e, context.spark().sparkContext().isStopped()), e);
      return nothingKnown();
    }
  }

  private RunReport nothingKnown() {
    RunReportBuilder known = RunReportBuilder.of(context);
    double seconds = Duration.between(context.started(), Instant.now()).toNanos() / 1e9;
    return known.build(
        outcome.status(), seconds, new RunFigures(Map.of(), Map.of(), List.of(UNKNOWN)));
  }

  /** Stops the jobs of sinks that are being written; others are not started. */
  void cancel(String reason) {
    if (outcome.cancel(reason) && observer != null) {
      observer.cancel(reason);
    }
  }

  /** What to throw for a report of this execution; empty if it succeeded. */
  Optional<RunFailedException> failure(RunReport report) {
    return report.status() == RunStatus.SUCCEEDED
        ? Optional.empty()
        : Optional.of(
            new RunFailedException(
                outcome.message(context.plan().name()), report, outcome.cause().orElse(null)));
  }
}
