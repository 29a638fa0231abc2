package dev.sluice.spark.run;

import dev.sluice.connect.Epoch;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunOptions;
import dev.sluice.run.RunReport;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Runs the epochs of a stream one after the other, each as an execution of the plan over the rows
 * that the stream has for some of its stages: all that a batch run does happens for each of them.
 *
 * <pre>{@code
 * EpochRunner runner = new EpochRunner(plan, spark, RunOptions.defaults());
 * query.foreachBatch((rows, id) -> runner.run(new Epoch("shop", id), rows.sparkSession(), Map.of(bids, rows)));
 * }</pre>
 */
public final class EpochRunner {

  private final RunContext context;
  private volatile Execution current;

  /**
   * A runner of all epochs of a plan.
   *
   * @param spark the session; each epoch has one that was made of it
   */
  public EpochRunner(Plan plan, SparkSession spark, RunOptions options) {
    this.context = RunContext.of(plan, spark, options);
  }

  /**
   * Runs one epoch and returns when all sinks have it.
   *
   * @param epoch which one; sinks get it under their own name
   * @param session the session that the rows belong to
   * @param given the rows of stages before which nothing is computed, see {@link Execution}
   * @throws RunFailedException if a sink failed, or the epoch was cancelled; it has the report too
   */
  public RunReport run(Epoch epoch, SparkSession session, Map<PlanNode, Dataset<Row>> given) {
    Execution execution = new Execution(context.epoch(epoch, session), given);
    current = execution;
    RunReport report = execution.run();
    Optional<RunFailedException> failure = execution.failure(report);
    if (failure.isPresent()) {
      throw failure.get();
    }
    return report;
  }

  /** Stops the epoch that is running, if one is. */
  public void cancel(String reason) {
    if (current != null) {
      current.cancel(reason);
    }
  }
}
