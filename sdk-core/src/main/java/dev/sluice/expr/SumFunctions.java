// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/**
 * Sums, means and what else is computed of amounts, by method reference or expression. Whole
 * numbers add up to a {@code long}, and overflow is an error. Part of {@code Dsl}.
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class SumFunctions extends KeyFunctions {

  SumFunctions() {}

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(ByteExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.SUM, value.node()));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(Fields.PrimitiveByte<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(Fields.BoxedByte<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(ShortExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.SUM, value.node()));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(Fields.PrimitiveShort<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(Fields.BoxedShort<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(IntExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.SUM, value.node()));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(Fields.PrimitiveInt<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(Fields.BoxedInt<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.SUM, value.node()));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(Fields.PrimitiveLong<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sum(Fields.BoxedLong<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sum(FloatExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.SUM, value.node()));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sum(Fields.PrimitiveFloat<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sum(Fields.BoxedFloat<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sum(DoubleExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.SUM, value.node()));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sum(Fields.PrimitiveDouble<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sum(Fields.BoxedDouble<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> sum(DecimalExpr<T> value) {
    return new DecimalExpr<>(Calls.of(ColumnAggregates.SUM, value.node()));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> sum(Fields.Decimal<T> accessor) {
    return sum(col(accessor));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> sum(DurationExpr<T> value) {
    return new DurationExpr<>(Calls.of(ColumnAggregates.SUM, value.node()));
  }

  /** The sum of the values that are not NULL; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> sum(Fields.Interval<T> accessor) {
    return sum(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(ByteExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.AVG, value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveByte<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedByte<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(ShortExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.AVG, value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveShort<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedShort<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(IntExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.AVG, value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveInt<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedInt<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(LongExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.AVG, value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveLong<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedLong<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(FloatExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.AVG, value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveFloat<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedFloat<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(DoubleExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.AVG, value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveDouble<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedDouble<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> avg(DecimalExpr<T> value) {
    return new DecimalExpr<>(Calls.of(ColumnAggregates.AVG, value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> avg(Fields.Decimal<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> avg(DurationExpr<T> value) {
    return new DurationExpr<>(Calls.of(ColumnAggregates.AVG, value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> avg(Fields.Interval<T> accessor) {
    return avg(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(NumExpr<T, ?> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.STDDEV, value.node()));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.PrimitiveByte<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.BoxedByte<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.PrimitiveShort<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.BoxedShort<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.PrimitiveInt<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.BoxedInt<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.PrimitiveLong<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.BoxedLong<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.PrimitiveFloat<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.BoxedFloat<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.PrimitiveDouble<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.BoxedDouble<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample standard deviation; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> stddev(Fields.Decimal<T> accessor) {
    return stddev(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(NumExpr<T, ?> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.VARIANCE, value.node()));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.PrimitiveByte<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.BoxedByte<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.PrimitiveShort<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.BoxedShort<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.PrimitiveInt<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.BoxedInt<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.PrimitiveLong<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.BoxedLong<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.PrimitiveFloat<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.BoxedFloat<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.PrimitiveDouble<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.BoxedDouble<T> accessor) {
    return variance(col(accessor));
  }

  /** The sample variance; NULL of less than two values. */
  public static <T> DoubleExpr<Group<T>> variance(Fields.Decimal<T> accessor) {
    return variance(col(accessor));
  }
}
