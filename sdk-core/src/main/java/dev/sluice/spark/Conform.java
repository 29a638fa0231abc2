package dev.sluice.spark;

import dev.sluice.plan.PlanNode;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes the rows of something foreign (a source, a user's function, a query) those of a record: its
 * columns, in its order, of its types. Where they are that already, Spark's optimizer removes all
 * of it.
 */
final class Conform {

  private Conform() {}

  /**
   * The rows as the stage's record.
   *
   * @throws dev.sluice.PipelineException if a column is missing or cannot be converted
   */
  static Dataset<Row> to(PlanNode stage, Dataset<Row> rows) {
    ForeignRows.require(stage, rows.schema());
    return RecordShape.of(rows, stage.record());
  }
}
