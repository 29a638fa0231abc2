package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.run.StageReport;
import dev.sluice.spark.run.ModuleNotes;
import dev.sluice.streaming.run.StreamListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Adds up what the epochs of one start did, and tells of each. Several threads may use it. */
final class EpochReports {

  private final Plan plan;
  private final Instant started = Instant.now();
  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private final StreamListener listener;
  private final List<String> notes;
  private RunReport sum;

  EpochReports(Plan plan, List<String> notes, StreamListener listener) {
    this.plan = plan;
    this.notes = List.copyOf(notes);
    this.listener = listener;
    this.sum = of(RunStatus.SUCCEEDED, List.of());
  }

  /** An epoch is written. Notes of a stream without end would add up without end. */
  void finished(String query, long epoch, RunReport report) {
    add(report.withNotes(List.of()));
    listener.epochFinished(query, epoch, report);
  }

  /** What became of rows before the cut, which Spark tells when it has committed an epoch. */
  void counted(List<StageReport> stages) {
    add(of(RunStatus.SUCCEEDED, stages));
  }

  private synchronized void add(RunReport report) {
    sum = sum.plus(report);
  }

  private RunReport of(RunStatus status, List<StageReport> stages) {
    return new RunReport(plan.name(), id, status, started, 0, List.of(), stages, List.of(),
        List.of());
  }

  /** All so far; its seconds are those since the start, and modules say what they have to say of the sum. */
  RunReport sum(RunStatus status) {
    return ModuleNotes.addedTo(counted(status), plan);
  }

  /** The same without what modules say of it, which is for readers, and not for whoever asks for a figure every few seconds. */
  synchronized RunReport counted(RunStatus status) {
    return new RunReport(
        plan.name(),
        id,
        status,
        started,
        Duration.between(started, Instant.now()).toMillis() / 1e3,
        sum.sources(),
        sum.stages(),
        sum.sinks(),
        notes);
  }
}
