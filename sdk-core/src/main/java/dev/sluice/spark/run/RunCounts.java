package dev.sluice.spark.run;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Clean;
import dev.sluice.spark.compile.CleanPass;
import dev.sluice.spark.compile.Observing;
import dev.sluice.spark.compile.ReadCompiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts rows while they pass, in the very jobs that write the sinks, and finds the counts again
 * afterwards.
 */
final class RunCounts implements Observing {

  private final String runId;
  private final Map<PlanNode, Integer> positions = new HashMap<>();

  private volatile Map<String, Row> counted = Map.of();

  RunCounts(String runId, List<PlanNode> stages) {
    this.runId = runId;
    for (int i = 0; i < stages.size(); i++) {
      positions.put(stages.get(i), i);
    }
  }

  @Override
  public Dataset<Row> observe(
      Dataset<Row> rows, PlanNode stage, String point, Column first, Column... others) {
    return rows.observe(prefix(stage) + point, first, others);
  }

  /** Keeps what has been counted so far, for what is still to be compiled. */
  void remember(Map<String, Row> observed) {
    counted = Map.copyOf(observed);
  }

  @Override
  public boolean rejectedNothing(PlanNode stage, CleanPass pass) {
    return Optional.ofNullable(of(stage, counted).get(pass.point()))
        .filter(row -> row.getAs(CleanPass.ROWS).equals(row.getAs(CleanPass.ACCEPTED)))
        .isPresent();
  }

  /** What was counted in a stage, by point. */
  Map<String, Row> of(PlanNode stage, Map<String, Row> observed) {
    Map<String, Row> counts = new HashMap<>();
    String prefix = prefix(stage);
    observed.forEach(
        (name, row) -> {
          if (name.startsWith(prefix)) {
            counts.put(name.substring(prefix.length()), row);
          }
        });
    return counts;
  }

  /** How many rows a stage rejected; empty if no query has passed it yet. */
  OptionalLong rejected(PlanNode stage, Map<String, Row> observed) {
    Map<String, Row> counts = of(stage, observed);
    if (stage.is(Clean.class)) {
      return CleanCounts.of(stage, counts).rejectedRows();
    }
    return read(stage, observed)
        .map(row -> OptionalLong.of(row.<Long>getAs(ReadCompiler.MALFORMED)))
        .orElseGet(OptionalLong::empty);
  }

  /** What was counted in a source that parses; empty if no query has passed it yet. */
  Optional<Row> read(PlanNode source, Map<String, Row> observed) {
    return Optional.ofNullable(of(source, observed).get(ReadCompiler.POINT));
  }

  private String prefix(PlanNode stage) {
    return "sluice:" + runId + ":" + positions.get(stage) + ":";
  }
}
