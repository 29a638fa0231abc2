package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.io.Serializable;

/**
 * How two values go together in groups of rows, by method references or expressions. Rows in which one
 * of the two is NULL do not count. In functions of a regression the value that is explained comes
 * first, as in SQL. Part of {@code Dsl}.
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class PairFunctions extends ShiftFunctions {

  PairFunctions() {}

  /** Pearson's correlation of two values; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> corr(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.CORR, one, other));
  }

  /** Pearson's correlation of two values; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> corr(Fields.Numeric<T> one, Fields.Numeric<T> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.CORR, column(one), column(other)));
  }

  /** The covariance of two values, of all that there are; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> covarPop(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.COVAR_POP, one, other));
  }

  /** The covariance of two values, of all that there are; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> covarPop(Fields.Numeric<T> one, Fields.Numeric<T> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.COVAR_POP, column(one), column(other)));
  }

  /** The sample covariance of two values; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> covarSamp(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.COVAR_SAMP, one, other));
  }

  /** The sample covariance of two values; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> covarSamp(Fields.Numeric<T> one, Fields.Numeric<T> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.COVAR_SAMP, column(one), column(other)));
  }

  /** The mean of the second values; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrAvgX(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new DoubleExpr<>(
        Calls.of(Aggregates.REGR_AVG_X, asDouble(one.node()), asDouble(other.node())));
  }

  /** The mean of the second values; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrAvgX(Fields.Numeric<T> one, Fields.Numeric<T> other) {
    return new DoubleExpr<>(
        Calls.of(Aggregates.REGR_AVG_X, asDouble(column(one)), asDouble(column(other))));
  }

  /** The mean of the first values; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrAvgY(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new DoubleExpr<>(
        Calls.of(Aggregates.REGR_AVG_Y, asDouble(one.node()), asDouble(other.node())));
  }

  /** The mean of the first values; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrAvgY(Fields.Numeric<T> one, Fields.Numeric<T> other) {
    return new DoubleExpr<>(
        Calls.of(Aggregates.REGR_AVG_Y, asDouble(column(one)), asDouble(column(other))));
  }

  /** Where the line of least squares crosses the axis of the first values; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrIntercept(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_INTERCEPT, one, other));
  }

  /** Where the line of least squares crosses the axis of the first values; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrIntercept(Fields.Numeric<T> one,
      Fields.Numeric<T> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_INTERCEPT, column(one), column(other)));
  }

  /** The slope of the line of least squares; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrSlope(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_SLOPE, one, other));
  }

  /** The slope of the line of least squares; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrSlope(Fields.Numeric<T> one, Fields.Numeric<T> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_SLOPE, column(one), column(other)));
  }

  /** The share of the variance that the line of least squares explains; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrR2(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_R2, one, other));
  }

  /** The share of the variance that the line of least squares explains; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrR2(Fields.Numeric<T> one, Fields.Numeric<T> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_R2, column(one), column(other)));
  }

  /** The sum of squares of the second values, from their mean; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrSxx(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_SXX, one, other));
  }

  /** The sum of squares of the second values, from their mean; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrSxx(Fields.Numeric<T> one, Fields.Numeric<T> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_SXX, column(one), column(other)));
  }

  /** The sum of products of both, from their means; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrSxy(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_SXY, one, other));
  }

  /** The sum of products of both, from their means; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrSxy(Fields.Numeric<T> one, Fields.Numeric<T> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_SXY, column(one), column(other)));
  }

  /** The sum of squares of the first values, from their mean; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrSyy(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_SYY, one, other));
  }

  /** The sum of squares of the first values, from their mean; NULL where there are too few rows, or all are equal. */
  public static <T> DoubleExpr<Group<T>> regrSyy(Fields.Numeric<T> one, Fields.Numeric<T> other) {
    return new DoubleExpr<>(Calls.of(Aggregates.REGR_SYY, column(one), column(other)));
  }

  /** The number of rows in which both are not NULL; never NULL. */
  public static <T> LongExpr<Group<T>> regrCount(NumExpr<T, ?> one, NumExpr<T, ?> other) {
    return new LongExpr<>(Calls.of(Aggregates.REGR_COUNT, one, other));
  }

  /** The number of rows in which both are not NULL; never NULL. */
  public static <T> LongExpr<Group<T>> regrCount(
      Fields.Numeric<T> one, Fields.Numeric<T> other) {
    return new LongExpr<>(Calls.of(Aggregates.REGR_COUNT, column(one), column(other)));
  }

  /** A mean of decimals would be a decimal. */
  private static ExprNode asDouble(ExprNode value) {
    return Casts.strict(value, Casts.DOUBLE);
  }

  private static ExprNode column(Serializable accessor) {
    return FieldReader.field(accessor);
  }
}
