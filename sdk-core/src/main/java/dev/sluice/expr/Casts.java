package dev.sluice.expr;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.record.ColumnType;

/** Conversions between the kinds of expression. */
final class Casts {

  static final ColumnType INT = ColumnType.Scalar.INT;
  static final ColumnType LONG = ColumnType.Scalar.LONG;
  static final ColumnType DOUBLE = ColumnType.Scalar.DOUBLE;
  static final ColumnType STRING = ColumnType.Scalar.STRING;
  static final ColumnType BOOLEAN = ColumnType.Scalar.BOOLEAN;
  static final ColumnType DATE = ColumnType.Scalar.DATE;
  static final ColumnType TIMESTAMP = ColumnType.Scalar.TIMESTAMP;
  static final ColumnType DATE_TIME = ColumnType.Scalar.TIMESTAMP_NTZ;

  private Casts() {}

  static ColumnType decimal(int precision, int scale) {
    return new ColumnType.Decimal(precision, scale);
  }

  /** Fails at run time on what cannot be converted. */
  static ExprNode strict(ExprNode node, ColumnType type) {
    return new ExprNode.Cast(node, type, true, CallSite.here());
  }

  /** Gives NULL for what cannot be converted. */
  static ExprNode lenient(ExprNode node, ColumnType type) {
    return new ExprNode.Cast(node, type, false, CallSite.here());
  }
}
