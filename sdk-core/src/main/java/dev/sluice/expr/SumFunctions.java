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

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(NumExpr<T, ?> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.STDDEV_POP, value.node()));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.PrimitiveByte<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.BoxedByte<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.PrimitiveShort<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.BoxedShort<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.PrimitiveInt<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.BoxedInt<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.PrimitiveLong<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.BoxedLong<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.PrimitiveFloat<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.BoxedFloat<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.PrimitiveDouble<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.BoxedDouble<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The standard deviation of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> stddevPop(Fields.Decimal<T> accessor) {
    return stddevPop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(NumExpr<T, ?> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.VARIANCE_POP, value.node()));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.PrimitiveByte<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.BoxedByte<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.PrimitiveShort<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.BoxedShort<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.PrimitiveInt<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.BoxedInt<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.PrimitiveLong<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.BoxedLong<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.PrimitiveFloat<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.BoxedFloat<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.PrimitiveDouble<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.BoxedDouble<T> accessor) {
    return variancePop(col(accessor));
  }

  /** The variance of all values there are; NULL of none. */
  public static <T> DoubleExpr<Group<T>> variancePop(Fields.Decimal<T> accessor) {
    return variancePop(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(NumExpr<T, ?> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.SKEWNESS, value.node()));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.PrimitiveByte<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.BoxedByte<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.PrimitiveShort<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.BoxedShort<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.PrimitiveInt<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.BoxedInt<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.PrimitiveLong<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.BoxedLong<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.PrimitiveFloat<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.BoxedFloat<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.PrimitiveDouble<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.BoxedDouble<T> accessor) {
    return skewness(col(accessor));
  }

  /** How far the values lean to one side; NULL of none, and of equal ones. */
  public static <T> DoubleExpr<Group<T>> skewness(Fields.Decimal<T> accessor) {
    return skewness(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(NumExpr<T, ?> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.KURTOSIS, value.node()));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.PrimitiveByte<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.BoxedByte<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.PrimitiveShort<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.BoxedShort<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.PrimitiveInt<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.BoxedInt<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.PrimitiveLong<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.BoxedLong<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.PrimitiveFloat<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.BoxedFloat<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.PrimitiveDouble<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.BoxedDouble<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values. */
  public static <T> DoubleExpr<Group<T>> kurtosis(Fields.Decimal<T> accessor) {
    return kurtosis(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(NumExpr<T, ?> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.MEDIAN, value.node()));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.PrimitiveByte<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.BoxedByte<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.PrimitiveShort<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.BoxedShort<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.PrimitiveInt<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.BoxedInt<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.PrimitiveLong<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.BoxedLong<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.PrimitiveFloat<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.BoxedFloat<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.PrimitiveDouble<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.BoxedDouble<T> accessor) {
    return median(col(accessor));
  }

  /** The value in the middle, exactly, or the mean of the two there; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> median(Fields.Decimal<T> accessor) {
    return median(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(NumExpr<T, ?> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.PRODUCT, value.node()));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.PrimitiveByte<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.BoxedByte<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.PrimitiveShort<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.BoxedShort<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.PrimitiveInt<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.BoxedInt<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.PrimitiveLong<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.BoxedLong<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.PrimitiveFloat<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.BoxedFloat<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.PrimitiveDouble<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.BoxedDouble<T> accessor) {
    return product(col(accessor));
  }

  /** The product of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> product(Fields.Decimal<T> accessor) {
    return product(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(ByteExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.SUM_DISTINCT, value.node()));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(Fields.PrimitiveByte<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(Fields.BoxedByte<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(ShortExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.SUM_DISTINCT, value.node()));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(Fields.PrimitiveShort<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(Fields.BoxedShort<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(IntExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.SUM_DISTINCT, value.node()));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(Fields.PrimitiveInt<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(Fields.BoxedInt<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.SUM_DISTINCT, value.node()));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(Fields.PrimitiveLong<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> sumDistinct(Fields.BoxedLong<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sumDistinct(FloatExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.SUM_DISTINCT, value.node()));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sumDistinct(Fields.PrimitiveFloat<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sumDistinct(Fields.BoxedFloat<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sumDistinct(DoubleExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.SUM_DISTINCT, value.node()));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sumDistinct(Fields.PrimitiveDouble<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> sumDistinct(Fields.BoxedDouble<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> sumDistinct(DecimalExpr<T> value) {
    return new DecimalExpr<>(Calls.of(ColumnAggregates.SUM_DISTINCT, value.node()));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> sumDistinct(Fields.Decimal<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> sumDistinct(DurationExpr<T> value) {
    return new DurationExpr<>(Calls.of(ColumnAggregates.SUM_DISTINCT, value.node()));
  }

  /** The sum of the different values that are not NULL; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> sumDistinct(Fields.Interval<T> accessor) {
    return sumDistinct(col(accessor));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> bitAnd(ByteExpr<T> value) {
    return new ByteExpr<>(Calls.of(ColumnAggregates.BIT_AND, value.node()));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> bitAnd(Fields.PrimitiveByte<T> accessor) {
    return bitAnd(col(accessor));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> bitAnd(Fields.BoxedByte<T> accessor) {
    return bitAnd(col(accessor));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> bitAnd(ShortExpr<T> value) {
    return new ShortExpr<>(Calls.of(ColumnAggregates.BIT_AND, value.node()));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> bitAnd(Fields.PrimitiveShort<T> accessor) {
    return bitAnd(col(accessor));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> bitAnd(Fields.BoxedShort<T> accessor) {
    return bitAnd(col(accessor));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> IntExpr<Group<T>> bitAnd(IntExpr<T> value) {
    return new IntExpr<>(Calls.of(ColumnAggregates.BIT_AND, value.node()));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> IntExpr<Group<T>> bitAnd(Fields.PrimitiveInt<T> accessor) {
    return bitAnd(col(accessor));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> IntExpr<Group<T>> bitAnd(Fields.BoxedInt<T> accessor) {
    return bitAnd(col(accessor));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> bitAnd(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.BIT_AND, value.node()));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> bitAnd(Fields.PrimitiveLong<T> accessor) {
    return bitAnd(col(accessor));
  }

  /** The bits that are set in all values that are not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> bitAnd(Fields.BoxedLong<T> accessor) {
    return bitAnd(col(accessor));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> ByteExpr<Group<T>> bitOr(ByteExpr<T> value) {
    return new ByteExpr<>(Calls.of(ColumnAggregates.BIT_OR, value.node()));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> ByteExpr<Group<T>> bitOr(Fields.PrimitiveByte<T> accessor) {
    return bitOr(col(accessor));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> ByteExpr<Group<T>> bitOr(Fields.BoxedByte<T> accessor) {
    return bitOr(col(accessor));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> ShortExpr<Group<T>> bitOr(ShortExpr<T> value) {
    return new ShortExpr<>(Calls.of(ColumnAggregates.BIT_OR, value.node()));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> ShortExpr<Group<T>> bitOr(Fields.PrimitiveShort<T> accessor) {
    return bitOr(col(accessor));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> ShortExpr<Group<T>> bitOr(Fields.BoxedShort<T> accessor) {
    return bitOr(col(accessor));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> IntExpr<Group<T>> bitOr(IntExpr<T> value) {
    return new IntExpr<>(Calls.of(ColumnAggregates.BIT_OR, value.node()));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> IntExpr<Group<T>> bitOr(Fields.PrimitiveInt<T> accessor) {
    return bitOr(col(accessor));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> IntExpr<Group<T>> bitOr(Fields.BoxedInt<T> accessor) {
    return bitOr(col(accessor));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> LongExpr<Group<T>> bitOr(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.BIT_OR, value.node()));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> LongExpr<Group<T>> bitOr(Fields.PrimitiveLong<T> accessor) {
    return bitOr(col(accessor));
  }

  /** The bits that are set in any value; NULL if there are none but NULL. */
  public static <T> LongExpr<Group<T>> bitOr(Fields.BoxedLong<T> accessor) {
    return bitOr(col(accessor));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> ByteExpr<Group<T>> bitXor(ByteExpr<T> value) {
    return new ByteExpr<>(Calls.of(ColumnAggregates.BIT_XOR, value.node()));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> ByteExpr<Group<T>> bitXor(Fields.PrimitiveByte<T> accessor) {
    return bitXor(col(accessor));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> ByteExpr<Group<T>> bitXor(Fields.BoxedByte<T> accessor) {
    return bitXor(col(accessor));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> ShortExpr<Group<T>> bitXor(ShortExpr<T> value) {
    return new ShortExpr<>(Calls.of(ColumnAggregates.BIT_XOR, value.node()));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> ShortExpr<Group<T>> bitXor(Fields.PrimitiveShort<T> accessor) {
    return bitXor(col(accessor));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> ShortExpr<Group<T>> bitXor(Fields.BoxedShort<T> accessor) {
    return bitXor(col(accessor));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> IntExpr<Group<T>> bitXor(IntExpr<T> value) {
    return new IntExpr<>(Calls.of(ColumnAggregates.BIT_XOR, value.node()));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> IntExpr<Group<T>> bitXor(Fields.PrimitiveInt<T> accessor) {
    return bitXor(col(accessor));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> IntExpr<Group<T>> bitXor(Fields.BoxedInt<T> accessor) {
    return bitXor(col(accessor));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> LongExpr<Group<T>> bitXor(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.BIT_XOR, value.node()));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> LongExpr<Group<T>> bitXor(Fields.PrimitiveLong<T> accessor) {
    return bitXor(col(accessor));
  }

  /** The bits that are set in an odd number of values; NULL if there are none but NULL. */
  public static <T> LongExpr<Group<T>> bitXor(Fields.BoxedLong<T> accessor) {
    return bitXor(col(accessor));
  }
}
