package dev.sluice.spark.run;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RejectLimit;
import dev.sluice.run.StageReport;
import dev.sluice.spark.metrics.RunObserver;
import dev.sluice.text.OneLine;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Looks whether stages reject more rows than they may, before anything is written. For that it
 * computes the stages, and keeps their rows for the sinks.
 */
final class LimitChecks {

  private final RunContext context;
  private final PlanCut cut;
  private final StageStores stores;
  private final RunObserver observer;
  private final RunOutcome outcome;
  private final RunCounts counts;

  LimitChecks(
      RunContext context,
      PlanCut cut,
      StageStores stores,
      RunObserver observer,
      RunOutcome outcome,
      RunCounts counts) {
    this.context = context;
    this.cut = cut;
    this.stores = stores;
    this.observer = observer;
    this.outcome = outcome;
    this.counts = counts;
  }

  /** Checks the stages in turn, up to the first one over its limit, which fails the run. */
  void check() throws InterruptedException {
    for (PlanNode stage : cut.stages()) {
      boolean hasLimit = !BeyondLimit.limit(stage).equals(RejectLimit.NONE);
      if (hasLimit && !cut.isGiven(stage) && outcome.goesOn()) {
        check(stage);
      }
    }
  }

  private void check(PlanNode clean) throws InterruptedException {
    try {
      observer.sink("limit of " + clean.name(), () -> compute(clean));
    } catch (Throwable e) {
      outcome.fail(
          FailureText.of(
              cut.stages(),
              "stage '%s'".formatted(OneLine.of(clean.name())),
              clean,
              clean.site(),
              e),
          e);
      return;
    }
    Map<String, Row> observed = observer.await(ExecutionWork.LAST_EVENTS).observed();
    StageReport became = CleanCounts.of(clean, counts.of(clean, observed));
    if (became.rowsIn().isEmpty() || became.rejectedRows().isEmpty()) {
      fail(
          clean,
          "its rejected rows could not be counted in time, so its limit is not known to hold");
      return;
    }
    BeyondLimit.problem(clean, became).ifPresent(problem -> outcome.fail(problem, null));
  }

  private Void compute(PlanNode clean) {
    Dataset<Row> rows = stores.keep(clean);
    context.describe("checks the limit of '" + clean.name() + "'");
    try {
      rows.write().format("noop").mode("overwrite").save();
    } finally {
      SparkDescription.clear(context.spark());
    }
    return null;
  }

  private void fail(PlanNode clean, String message) {
    outcome.fail(new Problem(clean.name(), clean.site(), message), null);
  }
}
