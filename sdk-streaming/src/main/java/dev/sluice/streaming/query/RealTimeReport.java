package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.run.SinkReport;
import dev.sluice.run.SourceReport;
import dev.sluice.spark.run.StreamCounts;
import dev.sluice.streaming.plan.StreamCut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** What became of the rows of a query in real time between two checkpoints. */
final class RealTimeReport {

  private static final double MILLIS = 1e3;
  private static final String WRITTEN = "addBatch";

  private RealTimeReport() {}

  /**
   * The report.
   *
   * @param counted the stages that this query reports on
   */
  static RunReport of(
      Plan plan,
      StreamCut cut,
      Set<PlanNode> counted,
      StreamCounts counts,
      StreamingQueryProgress epoch) {
    double seconds = epoch.durationMs().getOrDefault(WRITTEN, 0L) / MILLIS;
    return new RunReport(
        plan.name(),
        epoch.runId() + "/" + epoch.batchId(),
        RunStatus.SUCCEEDED,
        Instant.parse(epoch.timestamp()),
        seconds,
        sources(cut.followed(), counted, counts, epoch),
        counts.stageReports(epoch.observedMetrics()),
        List.of(sink(plan.sinks().get(0), seconds, epoch)),
        List.of());
  }

  private static List<SourceReport> sources(
      List<PlanNode> followed,
      Set<PlanNode> counted,
      StreamCounts counts,
      StreamingQueryProgress epoch) {
    List<SourceReport> reports = new ArrayList<>();
    boolean areKnown = epoch.sources().length == followed.size();
    for (int i = 0; i < followed.size(); i++) {
      PlanNode stage = followed.get(i);
      if (counted.contains(stage)) {
        reports.add(
            counts.source(
                stage,
                StreamCut.source(stage).description(),
                areKnown
                    ? OptionalLong.of(epoch.sources()[i].numInputRows())
                    : OptionalLong.empty(),
                epoch.observedMetrics()));
      }
    }
    return reports;
  }

  private static SinkReport sink(PlanSink sink, double seconds, StreamingQueryProgress epoch) {
    long rows = epoch.sink().numOutputRows();
    return new SinkReport(
        sink.name(),
        sink.sink().description(),
        Optional.empty(),
        RunStatus.SUCCEEDED,
        Optional.empty(),
        rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows),
        OptionalLong.empty(),
        OptionalLong.empty(),
        seconds,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }
}
