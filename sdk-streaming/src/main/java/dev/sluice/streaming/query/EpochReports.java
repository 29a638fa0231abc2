package dev.sluice.streaming.query;

import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.run.StageReport;
import dev.sluice.streaming.run.StreamListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Adds up what the epochs of one start did, and tells of each. Several threads may use it. */
final class EpochReports {

  private final String pipeline;
  private final Instant started = Instant.now();
  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private final StreamListener listener;
  private final List<String> notes;
  private RunReport sum;

  EpochReports(String pipeline, List<String> notes, StreamListener listener) {
    this.pipeline = pipeline;
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
    return new RunReport(pipeline, id, status, started, 0, List.of(), stages, List.of(), List.of());
  }

  /** All so far; its seconds are those since the start. */
  synchronized RunReport sum(RunStatus status) {
    return new RunReport(
        pipeline,
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
