package dev.sluice.spark.run;

import dev.sluice.plan.Plan;
import dev.sluice.run.PipelineRun;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunOptions;
import dev.sluice.run.RunReport;
import dev.sluice.text.OneLine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.spark.sql.SparkSession;

/** A run in a thread of its own, which several threads may wait for or cancel. */
final class BatchRun implements PipelineRun {

  private final String pipeline;
  private final Execution execution;
  private final CompletableFuture<RunReport> report = new CompletableFuture<>();

  private BatchRun(String pipeline, Execution execution) {
    this.pipeline = pipeline;
    this.execution = execution;
  }

  static BatchRun start(Plan plan, SparkSession spark, RunOptions options) {
    BatchRun run =
        new BatchRun(
            plan.name(), new Execution(RunContext.of(plan, spark, options), Map.of()));
    Thread thread = new Thread(run::work, "sluice-" + plan.name());
    thread.setDaemon(true);
    thread.start();
    return run;
  }

  private void work() {
    try {
      report.complete(execution.run());
    } catch (Throwable e) {
      report.completeExceptionally(e);
    }
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
    Optional<RunFailedException> failure = execution.failure(done);
    if (failure.isPresent()) {
      throw failure.get();
    }
    return done;
  }

  @Override
  public void cancel(String reason) {
    execution.cancel(reason);
  }
}
