package dev.sluice.spark;

import dev.sluice.RunOptions;
import dev.sluice.RunReport;
import dev.sluice.StageReport;
import dev.sluice.io.SinkCapability;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Clean;
import dev.sluice.plan.PlanNode.Read;
import dev.sluice.plan.PlanNode.Rejects;
import dev.sluice.plan.PlanSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * What a run does: first it looks whether limits of rejected rows are kept, then it writes the
 * sinks, and last those of rejected rows, if any were rejected.
 */
final class BatchWork {

  /** How long to wait for what Spark has yet to tell of work that is done. */
  static final Duration LAST_EVENTS = Duration.ofSeconds(30);

  /** Interrupted tasks end at once as a rule; one that does not listen is not waited for longer. */
  private static final Duration LAST_TASKS = Duration.ofSeconds(30);

  private final Plan plan;
  private final RunOptions options;
  private final String runId;
  private final RunObserver observer;
  private final RunOutcome outcome;
  private final RunCounts counts;
  private final Compilation compilation;
  private final StageStores stores;
  private final RunReportBuilder report;
  private final SparkSession spark;

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
    this.observer = observer;
    this.outcome = outcome;
    this.counts = new RunCounts(runId, plan);
    StorePlan kept = StorePlan.of(plan);
    this.compilation =
        new Compilation(
            spark, plan.name(), plan.stages(), kept.judged(), counts, functions.lit(started));
    this.stores = new StageStores(runId, kept, plan.sinks(), compilation);
    this.report = new RunReportBuilder(plan.name(), runId, started);
    plan.sinks().forEach(sink -> report.sink(sink.name(), sink.sink().description()));
    RepeatedStages.advice(plan).forEach(report::note);
  }

  RunReport run(GuardedListeners listeners) throws InterruptedException {
    long start = System.nanoTime();
    writeAll(listeners);
    if (!outcome.goesOn()) {
      observer.awaitTasks(LAST_TASKS);
    }
    RunFigures figures = observer.await(LAST_EVENTS);
    describeStages(figures.observed());
    double seconds = (System.nanoTime() - start) / 1e9;
    return report.build(outcome.status(), seconds, figures);
  }

  /** Whatever breaks, also what comes after the last sink, is told in a report. */
  private void writeAll(GuardedListeners listeners) throws InterruptedException {
    SinkWriter writer = new SinkWriter(plan, runId, stores, observer, outcome, report, listeners);
    try (stores;
        SinkSchedule schedule = new SinkSchedule(plan.name(), options.parallelSinks())) {
      new LimitChecks(plan, spark, stores, observer, outcome, counts).check();
      schedule.run(
          plan.sinks().stream().filter(sink -> !takesRejected(sink)).toList(),
          stores::neededBy,
          writer::write);
      if (outcome.goesOn()) {
        writeRejected(schedule, writer);
      }
    } catch (RuntimeException | Error e) {
      outcome.fail(FailureText.ofRun(plan, e, observer.isStopped()), e);
    }
  }

  private static boolean takesRejected(PlanSink sink) {
    return sink.stage().upstream().anyMatch(Rejects.class::isInstance);
  }

  /**
   * Rejected rows that do not exist need no second pass over the data. A sink that replaces what it
   * has becomes empty then, and one that adds to it is left alone.
   */
  private void writeRejected(SinkSchedule schedule, SinkWriter writer) throws InterruptedException {
    List<PlanSink> sinks = plan.sinks().stream().filter(BatchWork::takesRejected).toList();
    if (sinks.isEmpty()) {
      return;
    }
    KnownEmpty empty = withoutRejected();
    sinks.stream().filter(sink -> hasNothingToAdd(sink, empty)).forEach(writer::leave);
    schedule.run(
        sinks.stream().filter(sink -> !hasNothingToAdd(sink, empty)).toList(),
        stores::neededBy,
        writer::write);
  }

  private KnownEmpty withoutRejected() throws InterruptedException {
    Map<String, Row> observed = observer.await(LAST_EVENTS).observed();
    counts.remember(observed);
    KnownEmpty empty = new KnownEmpty();
    for (PlanNode stage : plan.stages()) {
      if (stage instanceof Rejects
          && counts.rejected(stage.input(), observed).equals(OptionalLong.of(0))) {
        empty.add(stage);
        compilation.replace(stage, RejectedRows.none(spark));
      }
    }
    return empty;
  }

  private static boolean hasNothingToAdd(PlanSink sink, KnownEmpty empty) {
    Set<SinkCapability> can = sink.sink().capabilities();
    return empty.contains(sink.stage())
        && !can.contains(SinkCapability.OVERWRITE)
        && (can.contains(SinkCapability.APPEND) || can.contains(SinkCapability.UPSERT));
  }

  private void describeStages(Map<String, Row> observed) {
    for (PlanNode stage : plan.stages()) {
      if (stage instanceof Clean clean) {
        StageReport became = CleanCounts.of(clean, counts.of(clean, observed));
        report.stage(became);
        if (outcome.goesOn() && CleanCompiler.isCounted(clean) && became.accepted().isEmpty()) {
          report.note(
              "The rows of stage %s were not counted: no sink needed all of them."
                  .formatted(clean.name()));
        }
      } else if (stage instanceof Read read) {
        compilation
            .raw(read)
            .ifPresent(rows -> report.source(read.name(), read.source().description(), rows));
        counts
            .read(read, observed)
            .ifPresent(
                row -> report.parsed(
                    read.name(),
                    row.getAs(ReadCompiler.IN),
                    row.getAs(ReadCompiler.MALFORMED)));
      }
    }
  }
}
