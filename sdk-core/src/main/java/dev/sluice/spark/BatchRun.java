package dev.sluice.spark;

import dev.sluice.PipelineRun;
import dev.sluice.RunFailedException;
import dev.sluice.RunListener.RunStarted;
import dev.sluice.RunOptions;
import dev.sluice.RunReport;
import dev.sluice.RunStatus;
import dev.sluice.plan.OneLine;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.spark.sql.SparkSession;

/** A run in a thread of its own, which several threads may wait for or cancel. */
final class BatchRun implements PipelineRun {

  private static final String UNKNOWN =
      "The run broke off before Spark told what it did, so its numbers are not known.";

  private final String pipeline;
  private final RunOutcome outcome = new RunOutcome();
  private final CompletableFuture<RunReport> report = new CompletableFuture<>();
  private volatile RunObserver observer;

  private BatchRun(String pipeline) {
    this.pipeline = pipeline;
  }

  static BatchRun start(Plan plan, SparkSession spark, RunOptions options) {
    BatchRun run = new BatchRun(plan.name());
    Thread thread = new Thread(() -> run.work(plan, spark, options), "sluice-" + plan.name());
    thread.setDaemon(true);
    thread.start();
    return run;
  }

  private void work(Plan plan, SparkSession spark, RunOptions options) {
    String runId = UUID.randomUUID().toString().substring(0, 8);
    Instant started = Instant.now();
    SparkSession.setActiveSession(spark);
    GuardedListeners listeners = new GuardedListeners(options.listeners());
    RunReport done;
    try (RunObserver watching =
        RunObserver.start(spark, runId, SinkWriter.progress(plan.name(), runId, listeners))) {
      observer = watching;
      listeners.runStarted(
          new RunStarted(
              plan.name(), runId, started, plan.sinks().stream().map(PlanSink::name).toList()));
      BatchWork work = new BatchWork(plan, spark, options, runId, started, watching, outcome);
      done = work.run(listeners);
    } catch (Throwable e) {
      // whoever waits must be told, whatever it was, as when the session was stopped
      outcome.fail(FailureText.ofRun(plan, e, spark.sparkContext().isStopped()), e);
      done = nothingKnown(plan, runId, started);
    }
    listeners.runFinished(done);
    report.complete(done);
  }

  private RunReport nothingKnown(Plan plan, String runId, Instant started) {
    RunReportBuilder known = new RunReportBuilder(plan.name(), runId, started);
    plan.sinks().forEach(sink -> known.sink(sink.name(), sink.sink().description()));
    double seconds = Duration.between(started, Instant.now()).toNanos() / 1e9;
    return known.build(
        outcome.status(), seconds, new RunFigures(Map.of(), Map.of(), List.of(UNKNOWN)));
  }

  @Override
  public RunReport await() {
    RunReport done;
    try {
      done = report.get();
    } catch (InterruptedException e) {
      cancel("the thread that waited for it was interrupted");
      done = report.join();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(
              "run of pipeline '" + OneLine.of(pipeline) + "' broke", e.getCause());
    }
    if (done.status() != RunStatus.SUCCEEDED) {
      throw new RunFailedException(outcome.message(pipeline), done, outcome.cause().orElse(null));
    }
    return done;
  }

  @Override
  public void cancel(String reason) {
    if (outcome.cancel(reason) && observer != null) {
      observer.cancel(reason);
    }
  }
}
