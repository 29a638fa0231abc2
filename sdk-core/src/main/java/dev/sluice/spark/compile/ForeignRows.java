package dev.sluice.spark.compile;

import dev.sluice.PipelineException;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.rows.SchemaDifference;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Compares the columns that something foreign gives with the record they should be. */
final class ForeignRows {

  private ForeignRows() {}

  /** Fails if the columns cannot be those of the stage's record. */
  static void require(PlanNode stage, StructType actual) {
    List<Problem> problems = problems(stage, actual);
    if (!problems.isEmpty()) {
      throw new PipelineException(stage.name(), problems);
    }
  }

  static List<Problem> problems(PlanNode stage, StructType actual) {
    return RecordSchemas.differences(actual, stage.record()).stream()
        .filter(SchemaDifference::breaksReading)
        .map(difference -> new Problem(stage.name(), stage.site(), difference.sentence()))
        .toList();
  }
}
