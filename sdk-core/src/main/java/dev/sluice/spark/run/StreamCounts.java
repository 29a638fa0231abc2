package dev.sluice.spark.run;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Clean;
import dev.sluice.run.StageReport;
import dev.sluice.spark.compile.Observing;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts rows while they pass the stages of a streaming query, under names that are the same in each
 * epoch; Spark tells the counts with the progress of each.
 */
public final class StreamCounts implements Observing {

  private static final String STREAM = "stream";

  private final List<PlanNode> stages;
  private final RunCounts counts;

  /** Of these stages. */
  public StreamCounts(List<PlanNode> stages) {
    this.stages = List.copyOf(stages);
    this.counts = new RunCounts(STREAM, stages);
  }

  @Override
  public Dataset<Row> observe(
      Dataset<Row> rows, PlanNode stage, String point, Column first, Column... others) {
    return counts.observe(rows, stage, point, first, others);
  }

  /** What became of the rows of each clean stage that the query computed in one epoch. */
  public List<StageReport> reports(Map<String, Row> observed) {
    return stages.stream()
        .filter(stage -> stage.is(Clean.class) && !counts.of(stage, observed).isEmpty())
        .map(stage -> CleanCounts.of(stage, counts.of(stage, observed)))
        .toList();
  }
}
