package dev.sluice.spark.compile;

import dev.sluice.plan.PlanNode;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts rows while they pass a point of a pipeline. */
@FunctionalInterface
public interface Observing {

  /** Counts nothing: the plan is that of the query alone. */
  Observing NOTHING = (rows, stage, point, first, others) -> rows;

  /**
   * The same rows, counted.
   *
   * @param stage the stage the counts belong to
   * @param point which point of the stage
   * @param first an aggregate
   * @param others more aggregates
   */
  Dataset<Row> observe(
      Dataset<Row> rows, PlanNode stage, String point, Column first, Column... others);

  /**
   * Whether all rows of a pass are known to have kept its rules, since they were counted before.
   */
  default boolean rejectedNothing(PlanNode stage, CleanPass pass) {
    return false;
  }
}
