package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode;
import dev.sluice.record.RecordType;
import org.apache.spark.sql.Column;

/** A condition on rows of one record, for who has no stage: a sink that replaces some rows. */
public final class RowCondition {

  private RowCondition() {}

  /**
   * The condition over the columns of the record.
   *
   * @param condition an expression over rows of the record
   * @param record the record
   */
  public static Column of(ExprNode condition, RecordType record) {
    return ExprCompiler.over(record).column(condition);
  }
}
