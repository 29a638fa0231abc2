package dev.sluice.spark.run;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RejectLimit;
import dev.sluice.plan.verb.Clean;
import dev.sluice.run.RuleCount;
import dev.sluice.run.StageReport;
import dev.sluice.spark.metrics.RunObserver;
import dev.sluice.text.OneLine;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
      RejectLimit limit = stage.verb(Clean.class).map(Clean::limit).orElse(RejectLimit.NONE);
      if (!limit.equals(RejectLimit.NONE) && !cut.isGiven(stage) && outcome.goesOn()) {
        check(stage, limit);
      }
    }
  }

  private void check(PlanNode clean, RejectLimit limit) throws InterruptedException {
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
    long in = became.rowsIn().getAsLong();
    long rejected = became.rejectedRows().getAsLong();
    if (limit.exceededBy(rejected, in)) {
      fail(
          clean,
          "%d of %d rows were rejected, more than allowed; nothing was written. By rule: %s"
              .formatted(rejected, in, text(became.rejected())));
    }
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

  private static String text(List<RuleCount> rules) {
    return rules.stream()
        .filter(rule -> rule.rows().orElse(0) > 0)
        .map(rule -> "'%s' %d".formatted(OneLine.of(rule.rule()), rule.rows().getAsLong()))
        .collect(Collectors.joining(", "));
  }

  private void fail(PlanNode clean, String message) {
    outcome.fail(new Problem(clean.name(), clean.site(), message), null);
  }
}
