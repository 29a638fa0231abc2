// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/** Smallest and largest values, by method reference or expression. Part of {@code Dsl}. */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class ExtremeFunctions extends SumFunctions {

  ExtremeFunctions() {}

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> min(BoolExpr<T> value) {
    return new BoolExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> min(Fields.PrimitiveBoolean<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> min(Fields.BoxedBoolean<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> min(ByteExpr<T> value) {
    return new ByteExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> min(Fields.PrimitiveByte<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> min(Fields.BoxedByte<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> min(ShortExpr<T> value) {
    return new ShortExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> min(Fields.PrimitiveShort<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> min(Fields.BoxedShort<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> IntExpr<Group<T>> min(IntExpr<T> value) {
    return new IntExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> IntExpr<Group<T>> min(Fields.PrimitiveInt<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> IntExpr<Group<T>> min(Fields.BoxedInt<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> min(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> min(Fields.PrimitiveLong<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> min(Fields.BoxedLong<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> min(FloatExpr<T> value) {
    return new FloatExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> min(Fields.PrimitiveFloat<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> min(Fields.BoxedFloat<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> min(DoubleExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> min(Fields.PrimitiveDouble<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> min(Fields.BoxedDouble<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> min(DecimalExpr<T> value) {
    return new DecimalExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> min(Fields.Decimal<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> StrExpr<Group<T>> min(StrExpr<T> value) {
    return new StrExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> StrExpr<Group<T>> min(Fields.Text<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> DateExpr<Group<T>> min(DateExpr<T> value) {
    return new DateExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> DateExpr<Group<T>> min(Fields.Date<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> TimestampExpr<Group<T>> min(TimestampExpr<T> value) {
    return new TimestampExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> TimestampExpr<Group<T>> min(Fields.Timestamp<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> DateTimeExpr<Group<T>> min(DateTimeExpr<T> value) {
    return new DateTimeExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> DateTimeExpr<Group<T>> min(Fields.DateTime<T> accessor) {
    return min(col(accessor));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> min(DurationExpr<T> value) {
    return new DurationExpr<>(Calls.of(ColumnAggregates.MIN, value.node()));
  }

  /** The smallest value that is not NULL; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> min(Fields.Interval<T> accessor) {
    return min(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> max(BoolExpr<T> value) {
    return new BoolExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> max(Fields.PrimitiveBoolean<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> max(Fields.BoxedBoolean<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> max(ByteExpr<T> value) {
    return new ByteExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> max(Fields.PrimitiveByte<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> max(Fields.BoxedByte<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> max(ShortExpr<T> value) {
    return new ShortExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> max(Fields.PrimitiveShort<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> max(Fields.BoxedShort<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> IntExpr<Group<T>> max(IntExpr<T> value) {
    return new IntExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> IntExpr<Group<T>> max(Fields.PrimitiveInt<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> IntExpr<Group<T>> max(Fields.BoxedInt<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> max(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> max(Fields.PrimitiveLong<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> LongExpr<Group<T>> max(Fields.BoxedLong<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> max(FloatExpr<T> value) {
    return new FloatExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> max(Fields.PrimitiveFloat<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> max(Fields.BoxedFloat<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> max(DoubleExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> max(Fields.PrimitiveDouble<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> max(Fields.BoxedDouble<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> max(DecimalExpr<T> value) {
    return new DecimalExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> max(Fields.Decimal<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> StrExpr<Group<T>> max(StrExpr<T> value) {
    return new StrExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> StrExpr<Group<T>> max(Fields.Text<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> DateExpr<Group<T>> max(DateExpr<T> value) {
    return new DateExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> DateExpr<Group<T>> max(Fields.Date<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> TimestampExpr<Group<T>> max(TimestampExpr<T> value) {
    return new TimestampExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> TimestampExpr<Group<T>> max(Fields.Timestamp<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> DateTimeExpr<Group<T>> max(DateTimeExpr<T> value) {
    return new DateTimeExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> DateTimeExpr<Group<T>> max(Fields.DateTime<T> accessor) {
    return max(col(accessor));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> max(DurationExpr<T> value) {
    return new DurationExpr<>(Calls.of(ColumnAggregates.MAX, value.node()));
  }

  /** The largest value that is not NULL; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> max(Fields.Interval<T> accessor) {
    return max(col(accessor));
  }
}
