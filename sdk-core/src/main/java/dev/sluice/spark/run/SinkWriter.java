package dev.sluice.spark.run;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.Secrets;
import dev.sluice.connect.Written;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.run.RunListener.SinkFinished;
import dev.sluice.run.RunListener.SinkProgress;
import dev.sluice.run.RunListener.SinkStarted;
import dev.sluice.run.RunStatus;
import dev.sluice.spark.compile.DeliveredRows;
import dev.sluice.spark.metrics.RunObserver;
import dev.sluice.text.OneLine;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one sink after the other, or several at once, and tells how each ended. The first failure
 * stops the run.
 */
final class SinkWriter {

  private static final Logger LOG = LoggerFactory.getLogger(SinkWriter.class);

  private final RunContext context;
  private final StageStores stores;
  private final RunObserver observer;
  private final RunOutcome outcome;
  private final RunReportBuilder report;

  SinkWriter(
      RunContext context,
      StageStores stores,
      RunObserver observer,
      RunOutcome outcome,
      RunReportBuilder report) {
    this.context = context;
    this.stores = stores;
    this.observer = observer;
    this.outcome = outcome;
    this.report = report;
  }

  static RunObserver.TaskProgress progress(RunContext context) {
    return (sink, done, known) -> context
        .listeners()
        .sinkProgress(
            new SinkProgress(context.plan().name(), context.id(), sink, done, known));
  }

  void write(PlanSink sink) {
    if (!outcome.goesOn()) {
      return;
    }
    context.listeners()
        .sinkStarted(new SinkStarted(context.plan().name(), context.id(), sink.name()));
    long start = System.nanoTime();
    RunStatus status = RunStatus.SUCCEEDED;
    Optional<String> error = Optional.empty();
    try {
      Written written =
          observer.sink(
              sink.name(),
              () -> {
                Dataset<Row> rows = stores.dataset(sink.stage());
                context.describe(sink.stage().name() + " -> " + sink.name());
                try {
                  return written(sink, DeliveredRows.of(sink.stage(), rows));
                } finally {
                  SparkDescription.clear(context.spark());
                }
              });
      if (written.skipped()) {
        status = RunStatus.SKIPPED;
      } else {
        stores.written(sink);
      }
      report.sinkDid(sink.name(), written);
    } catch (Throwable e) {
      // also an Error: Spark's optimizer may overflow the stack, a user's class may be missing, and
      // in all cases the other sinks must be stopped and the report made
      if (!outcome.goesOn() && FailureText.isCancellation(e)) {
        status = RunStatus.CANCELLED;
      } else {
        status = RunStatus.FAILED;
        error = Optional.of(failed(sink, e).toString());
      }
      report.sinkEnded(sink.name(), status, error);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    context.listeners().sinkFinished(
        new SinkFinished(context.plan().name(), context.id(), sink.name(), status, seconds, error));
  }

  private Written written(PlanSink sink, Dataset<Row> rows) {
    if (context.epoch().isPresent()) {
      if (sink.sink() instanceof EpochSink<?> stream) {
        return stream.write(rows, context.epoch().get().of(sink.name()));
      }
      throw new IllegalStateException(sink.sink().description() + " takes no batches of a stream");
    }
    if (sink.sink() instanceof BatchSink<?> batch) {
      return batch.write(rows);
    }
    throw new IllegalStateException(sink.sink().description() + " takes batches of a stream only");
  }

  private Problem failed(PlanSink sink, Throwable failure) {
    Problem problem =
        observer.isStopped() ? FailureText.ofStopped(sink)
            : FailureText.of(context.plan(), sink, failure);
    LOG.error("Pipeline {}: {}", Secrets.masked(OneLine.of(context.plan().name())), problem);
    if (outcome.fail(problem, failure)) {
      observer.cancel("another sink of pipeline " + context.plan().name() + " failed");
    }
    return problem;
  }

  /** Leaves a sink alone to which nothing is to be added. */
  void leave(PlanSink sink) {
    context.listeners()
        .sinkStarted(new SinkStarted(context.plan().name(), context.id(), sink.name()));
    report.sinkHadNothingToAdd(sink.name());
    context.listeners().sinkFinished(
        new SinkFinished(
            context.plan().name(), context.id(), sink.name(), RunStatus.SUCCEEDED, 0,
            Optional.empty()));
  }
}
