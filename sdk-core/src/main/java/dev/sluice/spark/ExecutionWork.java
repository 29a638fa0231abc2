package dev.sluice.spark;

import dev.sluice.RunReport;
import dev.sluice.StageReport;
import dev.sluice.io.SinkCapability;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Clean;
import dev.sluice.plan.PlanNode.Read;
import dev.sluice.plan.PlanNode.Rejects;
import dev.sluice.plan.PlanSink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What an execution does: first it looks whether limits of rejected rows are kept, then it writes
 * the sinks, and last those of rejected rows, if any were rejected.
 */
final class ExecutionWork {

  /** How long to wait for what Spark has yet to tell of work that is done. */
  static final Duration LAST_EVENTS = Duration.ofSeconds(30);

  /** Interrupted tasks end at once as a rule; one that does not listen is not waited for longer. */
  private static final Duration LAST_TASKS = Duration.ofSeconds(30);

  private final RunContext context;
  private final PlanCut cut;
  private final RunObserver observer;
  private final RunOutcome outcome;
  private final RunCounts counts;
  private final Compilation compilation;
  private final StageStores stores;
  private final RunReportBuilder report;

  ExecutionWork(
      RunContext context,
      PlanCut cut,
      Map<PlanNode, Dataset<Row>> given,
      RunObserver observer,
      RunOutcome outcome) {
    this.context = context;
    this.cut = cut;
    this.observer = observer;
    this.outcome = outcome;
    this.counts = new RunCounts(context.id(), cut.stages());
    StorePlan kept = StorePlan.of(cut);
    this.compilation =
        new Compilation(
            context.spark(),
            cut.plan().name(),
            cut.stages(),
            cut.ends(kept.judged()),
            counts,
            functions.lit(context.started()));
    given.forEach(compilation::give);
    this.stores = new StageStores(context.id(), kept, cut, compilation);
    this.report = RunReportBuilder.of(context);
    RepeatedStages.advice(cut.plan()).forEach(report::note);
  }

  RunReport run() throws InterruptedException {
    long start = System.nanoTime();
    writeAll();
    if (!outcome.goesOn()) {
      observer.awaitTasks(LAST_TASKS);
    }
    RunFigures figures = observer.await(LAST_EVENTS);
    describeStages(figures.observed());
    double seconds = (System.nanoTime() - start) / 1e9;
    return report.build(outcome.status(), seconds, figures);
  }

  /** Whatever breaks, also what comes after the last sink, is told in a report. */
  private void writeAll() throws InterruptedException {
    SinkWriter writer = new SinkWriter(context, stores, observer, outcome, report);
    try (stores;
        SinkSchedule schedule =
            new SinkSchedule(cut.plan().name(), context.options().parallelSinks())) {
      new LimitChecks(context, cut, stores, observer, outcome, counts).check();
      schedule.run(
          cut.sinks().stream().filter(sink -> !cut.takesRejected(sink)).toList(),
          stores::neededBy,
          writer::write);
      if (outcome.goesOn()) {
        writeRejected(schedule, writer);
      }
    } catch (RuntimeException | Error e) {
      outcome.fail(FailureText.ofRun(cut.plan(), e, observer.isStopped()), e);
    }
  }

  /**
   * Rejected rows that do not exist need no second pass over the data. A sink that replaces what it
   * has becomes empty then, and one that adds to it is left alone.
   */
  private void writeRejected(SinkSchedule schedule, SinkWriter writer) throws InterruptedException {
    List<PlanSink> sinks = cut.sinks().stream().filter(cut::takesRejected).toList();
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
    for (PlanNode stage : cut.stages()) {
      if (stage instanceof Rejects
          && !cut.isGiven(stage)
          && counts.rejected(stage.input(), observed).equals(OptionalLong.of(0))) {
        empty.add(stage);
        compilation.replace(stage, RejectedRows.none(context.spark()));
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
    for (PlanNode stage : cut.stages()) {
      if (stage instanceof Clean clean && !cut.isGiven(clean)) {
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
