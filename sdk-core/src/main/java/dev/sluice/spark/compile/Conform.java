package dev.sluice.spark.compile;

import dev.sluice.plan.PlanNode;
import dev.sluice.spark.rows.RecordShape;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes the rows of something foreign (a source, a user's function, a query) those of a record: its
 * columns, in its order, of its types. Where they are that already, Spark's optimizer removes all
 * of it.
 */
public final class Conform {

  private Conform() {}

  /**
   * The rows as the stage's record.
   *
   * @throws dev.sluice.PipelineException if a column is missing or cannot be converted
   */
  public static Dataset<Row> to(PlanNode stage, Dataset<Row> rows) {
    ForeignRows.require(stage, rows.schema());
    return RecordShape.of(rows, stage.record());
  }
}
