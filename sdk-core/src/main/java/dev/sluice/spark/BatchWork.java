package dev.sluice.spark;

import dev.sluice.RunOptions;
import dev.sluice.RunReport;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Clean;
import dev.sluice.plan.PlanNode.Read;
import dev.sluice.plan.PlanNode.Rejects;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RejectLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a run does: first it looks whether limits of rejected rows are kept, then it writes the
 * sinks, and last those of rejected rows, if any were rejected.
 */
final class BatchWork {

  private static final Duration LAST_EVENTS = Duration.ofSeconds(30);

  private final Plan plan;
  private final RunOptions options;
  private final Instant started;
  private final SparkSession spark;
  private final RunObserver observer;
  private final RunOutcome outcome;
  private final RunCounts counts;
  private final Compilation compilation;
  private final StageStores stores;
  private final RunReportBuilder report;
  private final String runId;

  BatchWork(
      Plan plan,
      SparkSession spark,
      RunOptions options,
      String runId,
      Instant started,
      RunObserver observer,
      RunOutcome outcome) {
    this.plan = plan;
    this.spark = spark;
    this.options = options;
    this.runId = runId;
    this.started = started;
    this.observer = observer;
    this.outcome = outcome;
    this.counts = new RunCounts(runId, plan);
    this.compilation = new Compilation(spark, plan.name(), counts);
    this.stores = new StageStores(plan, SharedStages.of(plan), compilation);
    this.report = new RunReportBuilder(plan.name(), runId, started);
    plan.sinks().forEach(sink -> report.sink(sink.name(), sink.sink().description()));
  }

  RunReport run(GuardedListeners listeners) throws InterruptedException {
    long start = System.nanoTime();
    Predicate<PlanSink> ofRejects =
        sink -> sink.stage().upstream().anyMatch(Rejects.class::isInstance);
    SinkWriter writer = new SinkWriter(plan, runId, stores, observer, outcome, report, listeners);
    try (stores;
        SinkSchedule schedule = new SinkSchedule(plan.name(), options.parallelSinks())) {
      checkLimits();
      schedule.run(
          plan.sinks().stream().filter(ofRejects.negate()).toList(),
          stores::neededBy,
          writer::write);
      List<PlanSink> rejects = plan.sinks().stream().filter(ofRejects).toList();
      if (!rejects.isEmpty() && outcome.goesOn()) {
        emptyWhereNothingWasRejected();
        schedule.run(rejects, stores::neededBy, writer::write);
      }
    }
    RunFigures figures = observer.await(LAST_EVENTS);
    describeStages(figures.observed());
    double seconds = (System.nanoTime() - start) / 1e9;
    return report.build(outcome.status(), seconds, figures);
  }

  /** A limit is looked at before anything is written, on rows that are then kept for the sinks. */
  private void checkLimits() throws InterruptedException {
    for (PlanNode stage : plan.stages()) {
      if (stage instanceof Clean clean
          && !clean.limit().equals(RejectLimit.NONE)
          && outcome.goesOn()) {
        checkLimit(clean);
      }
    }
  }

  private void checkLimit(Clean clean) throws InterruptedException {
    stores.keep(clean);
    try {
      observer.sink(
          "limit of " + clean.name(),
          () -> {
            SparkDescription.set(spark, plan.name(), "checks the limit of '" + clean.name() + "'");
            stores.dataset(clean).write().format("noop").mode("overwrite").save();
            return null;
          });
    } catch (Exception e) {
      outcome.fail(
          new Problem(clean.name(), clean.site(), "cannot be computed: " + e.getMessage()), e);
      return;
    }
    Map<String, Row> observed = observer.await(LAST_EVENTS).observed();
    var stage = CleanCounts.of(clean, counts.of(clean, observed));
    long in = stage.rowsIn().orElse(0);
    long rejected = stage.rejectedRows().orElse(0);
    if (clean.limit().exceededBy(rejected, in)) {
      outcome.fail(
          new Problem(
              clean.name(),
              clean.site(),
              "%d of %d rows were rejected, more than allowed; nothing was written. By rule: %s"
                  .formatted(rejected, in, stage.rejected())),
          null);
    }
  }

  /** Rejected rows that do not exist need no second pass over the data. */
  private void emptyWhereNothingWasRejected() throws InterruptedException {
    Map<String, Row> observed = observer.await(LAST_EVENTS).observed();
    for (PlanNode stage : plan.stages()) {
      if (stage instanceof Rejects
          && counts.rejected(stage.input(), observed).equals(OptionalLong.of(0))) {
        compilation.replace(stage, RejectedRows.none(spark));
      }
    }
  }

  private void describeStages(Map<String, Row> observed) {
    for (PlanNode stage : plan.stages()) {
      if (stage instanceof Clean clean) {
        report.stage(CleanCounts.of(clean, counts.of(clean, observed)));
      } else if (stage instanceof Read read && outcome.goesOn()) {
        report.source(read.name(), read.source().description(), compilation.raw(read));
        counts.rejected(read, observed).ifPresent(rows -> report.malformed(read.name(), rows));
      }
    }
  }
}
