package dev.sluice.spark.run;

import dev.sluice.connect.ResourceId;
import dev.sluice.connect.WriteMode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Read;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.run.RunReport;
import dev.sluice.run.StageReport;
import dev.sluice.spark.compile.CleanCompiler;
import dev.sluice.spark.compile.Compilation;
import dev.sluice.spark.compile.KnownEmpty;
import dev.sluice.spark.compile.RejectedRows;
import dev.sluice.spark.compile.RepeatedStages;
import dev.sluice.spark.metrics.RunFigures;
import dev.sluice.spark.metrics.RunObserver;
import java.time.Duration;
import java.util.HashSet;
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
    StorePlan kept = StorePlan.of(cut, context.epoch().isEmpty());
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
    return ModuleNotes.addedTo(
        report.build(outcome.status(), seconds, figures), context.plan());
  }

  /** Whatever breaks, also what comes after the last sink, is told in a report. */
  private void writeAll() throws InterruptedException {
    SinkWriter writer = new SinkWriter(context, stores, observer, outcome, report);
    try (stores;
        SinkSchedule schedule =
            new SinkSchedule(cut.plan().name(), context.options().parallelSinks())) {
      askSourcesThatAreWrittenTo();
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

  /** What a run appends to a place where it also reads is for the next run, whichever comes first. */
  private void askSourcesThatAreWrittenTo() {
    Set<ResourceId> written = new HashSet<>();
    cut.sinks().forEach(sink -> written.addAll(sink.sink().writes(context.spark())));
    for (PlanNode stage : cut.stages()) {
      if (stage.verb() instanceof Read read
          && !cut.isGiven(stage)
          && read.source().reads(context.spark()).stream()
              .anyMatch(
                  found -> written.stream()
                      .anyMatch(to -> ResourceId.conflict(found, to).isPresent()))) {
        compilation.ask(stage);
      }
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
      if (stage.is(Rejects.class)
          && !cut.isGiven(stage)
          && counts.rejected(stage.input(), observed).equals(OptionalLong.of(0))) {
        empty.add(stage);
        compilation.replace(stage, RejectedRows.none(context.spark()));
      }
    }
    return empty;
  }

  private static boolean hasNothingToAdd(PlanSink sink, KnownEmpty empty) {
    WriteMode mode = sink.sink().mode();
    return empty.contains(sink.stage())
        && (mode instanceof WriteMode.Append || mode instanceof WriteMode.Upsert);
  }

  private void describeStages(Map<String, Row> observed) {
    for (PlanNode stage : cut.stages()) {
      if (stage.is(Clean.class) && !cut.isGiven(stage)) {
        StageReport became = CleanCounts.of(stage, counts.of(stage, observed));
        report.stage(became);
        if (outcome.goesOn() && CleanCompiler.isCounted(stage) && became.accepted().isEmpty()) {
          report.note(
              "The rows of stage %s were not counted: no sink needed all of them."
                  .formatted(stage.name()));
        }
      } else if (PassingCounts.are(stage) && !cut.isGiven(stage)) {
        report.stage(PassingCounts.of(stage, counts.of(stage, observed)));
      } else if (stage.verb() instanceof Read read) {
        compilation
            .raw(stage)
            .ifPresent(rows -> report.source(stage.name(), read.source().description(), rows));
        counts
            .read(stage, observed)
            .ifPresent(row -> report.parsed(stage.name(), ReadCounts.of(row)));
      }
    }
  }
}
