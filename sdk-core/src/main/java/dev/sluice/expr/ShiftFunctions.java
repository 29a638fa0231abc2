// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/** What a window takes from another row, by method reference. Part of {@code Dsl}. */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class ShiftFunctions extends WindowFunctions {

  ShiftFunctions() {}

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, BoolExpr<T>> lag(Fields.PrimitiveBoolean<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, BoolExpr<T>> lag(Fields.BoxedBoolean<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, ByteExpr<T>> lag(Fields.PrimitiveByte<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, ByteExpr<T>> lag(Fields.BoxedByte<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, ShortExpr<T>> lag(Fields.PrimitiveShort<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, ShortExpr<T>> lag(Fields.BoxedShort<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, IntExpr<T>> lag(Fields.PrimitiveInt<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, IntExpr<T>> lag(Fields.BoxedInt<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, LongExpr<T>> lag(Fields.PrimitiveLong<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, LongExpr<T>> lag(Fields.BoxedLong<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, FloatExpr<T>> lag(Fields.PrimitiveFloat<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, FloatExpr<T>> lag(Fields.BoxedFloat<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lag(Fields.PrimitiveDouble<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lag(Fields.BoxedDouble<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lag(Fields.Decimal<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, StrExpr<T>> lag(Fields.Text<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DateExpr<T>> lag(Fields.Date<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lag(Fields.Timestamp<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lag(Fields.DateTime<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DurationExpr<T>> lag(Fields.Interval<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lag(Fields.Binary<T> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lag(
      Fields.Enumeration<T, E> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lag(Fields.Items<T, E> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lag(
      Fields.Entries<T, K, V> accessor) {
    return lag(col(accessor));
  }

  /** The column in the row before, in the window's order; NULL in the first row. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lag(
      Fields.Nested<T, R> accessor) {
    return lag(col(accessor));
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BoolExpr<T>> lag(
      Fields.PrimitiveBoolean<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BoolExpr<T>> lag(Fields.BoxedBoolean<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ByteExpr<T>> lag(
      Fields.PrimitiveByte<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ByteExpr<T>> lag(Fields.BoxedByte<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ShortExpr<T>> lag(
      Fields.PrimitiveShort<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ShortExpr<T>> lag(Fields.BoxedShort<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, IntExpr<T>> lag(Fields.PrimitiveInt<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, IntExpr<T>> lag(Fields.BoxedInt<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, LongExpr<T>> lag(
      Fields.PrimitiveLong<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, LongExpr<T>> lag(Fields.BoxedLong<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, FloatExpr<T>> lag(
      Fields.PrimitiveFloat<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, FloatExpr<T>> lag(Fields.BoxedFloat<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lag(
      Fields.PrimitiveDouble<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lag(
      Fields.BoxedDouble<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lag(Fields.Decimal<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, StrExpr<T>> lag(Fields.Text<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateExpr<T>> lag(Fields.Date<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lag(
      Fields.Timestamp<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lag(Fields.DateTime<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DurationExpr<T>> lag(Fields.Interval<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lag(Fields.Binary<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lag(
      Fields.Enumeration<T, E> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lag(
      Fields.Items<T, E> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lag(
      Fields.Entries<T, K, V> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lag(
      Fields.Nested<T, R> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, BoolExpr<T>> lead(Fields.PrimitiveBoolean<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, BoolExpr<T>> lead(Fields.BoxedBoolean<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, ByteExpr<T>> lead(Fields.PrimitiveByte<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, ByteExpr<T>> lead(Fields.BoxedByte<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, ShortExpr<T>> lead(Fields.PrimitiveShort<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, ShortExpr<T>> lead(Fields.BoxedShort<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, IntExpr<T>> lead(Fields.PrimitiveInt<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, IntExpr<T>> lead(Fields.BoxedInt<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, LongExpr<T>> lead(Fields.PrimitiveLong<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, LongExpr<T>> lead(Fields.BoxedLong<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, FloatExpr<T>> lead(Fields.PrimitiveFloat<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, FloatExpr<T>> lead(Fields.BoxedFloat<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lead(Fields.PrimitiveDouble<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lead(Fields.BoxedDouble<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lead(Fields.Decimal<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, StrExpr<T>> lead(Fields.Text<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DateExpr<T>> lead(Fields.Date<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lead(Fields.Timestamp<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lead(Fields.DateTime<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DurationExpr<T>> lead(Fields.Interval<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lead(Fields.Binary<T> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lead(
      Fields.Enumeration<T, E> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lead(Fields.Items<T, E> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lead(
      Fields.Entries<T, K, V> accessor) {
    return lead(col(accessor));
  }

  /** The column in the row after, in the window's order; NULL in the last row. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lead(
      Fields.Nested<T, R> accessor) {
    return lead(col(accessor));
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BoolExpr<T>> lead(
      Fields.PrimitiveBoolean<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BoolExpr<T>> lead(
      Fields.BoxedBoolean<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ByteExpr<T>> lead(
      Fields.PrimitiveByte<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ByteExpr<T>> lead(Fields.BoxedByte<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ShortExpr<T>> lead(
      Fields.PrimitiveShort<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ShortExpr<T>> lead(Fields.BoxedShort<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, IntExpr<T>> lead(Fields.PrimitiveInt<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, IntExpr<T>> lead(Fields.BoxedInt<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, LongExpr<T>> lead(
      Fields.PrimitiveLong<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, LongExpr<T>> lead(Fields.BoxedLong<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, FloatExpr<T>> lead(
      Fields.PrimitiveFloat<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, FloatExpr<T>> lead(Fields.BoxedFloat<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lead(
      Fields.PrimitiveDouble<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lead(
      Fields.BoxedDouble<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lead(Fields.Decimal<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, StrExpr<T>> lead(Fields.Text<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateExpr<T>> lead(Fields.Date<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lead(
      Fields.Timestamp<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lead(
      Fields.DateTime<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DurationExpr<T>> lead(
      Fields.Interval<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lead(Fields.Binary<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lead(
      Fields.Enumeration<T, E> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lead(
      Fields.Items<T, E> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lead(
      Fields.Entries<T, K, V> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lead(
      Fields.Nested<T, R> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, BoolExpr<T>> firstValue(
      Fields.PrimitiveBoolean<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, BoolExpr<T>> firstValue(Fields.BoxedBoolean<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, ByteExpr<T>> firstValue(Fields.PrimitiveByte<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, ByteExpr<T>> firstValue(Fields.BoxedByte<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, ShortExpr<T>> firstValue(Fields.PrimitiveShort<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, ShortExpr<T>> firstValue(Fields.BoxedShort<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, IntExpr<T>> firstValue(Fields.PrimitiveInt<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, IntExpr<T>> firstValue(Fields.BoxedInt<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, LongExpr<T>> firstValue(Fields.PrimitiveLong<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, LongExpr<T>> firstValue(Fields.BoxedLong<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, FloatExpr<T>> firstValue(Fields.PrimitiveFloat<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, FloatExpr<T>> firstValue(Fields.BoxedFloat<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, DoubleExpr<T>> firstValue(
      Fields.PrimitiveDouble<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, DoubleExpr<T>> firstValue(Fields.BoxedDouble<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, DecimalExpr<T>> firstValue(Fields.Decimal<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, StrExpr<T>> firstValue(Fields.Text<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, DateExpr<T>> firstValue(Fields.Date<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, TimestampExpr<T>> firstValue(Fields.Timestamp<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> firstValue(Fields.DateTime<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, DurationExpr<T>> firstValue(Fields.Interval<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T> RankingFunction<T, BinaryExpr<T>> firstValue(Fields.Binary<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> firstValue(
      Fields.Enumeration<T, E> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> firstValue(Fields.Items<T, E> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> firstValue(
      Fields.Entries<T, K, V> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the first row of the window's frame. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> firstValue(
      Fields.Nested<T, R> accessor) {
    return firstValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, BoolExpr<T>> lastValue(Fields.PrimitiveBoolean<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, BoolExpr<T>> lastValue(Fields.BoxedBoolean<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, ByteExpr<T>> lastValue(Fields.PrimitiveByte<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, ByteExpr<T>> lastValue(Fields.BoxedByte<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, ShortExpr<T>> lastValue(Fields.PrimitiveShort<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, ShortExpr<T>> lastValue(Fields.BoxedShort<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, IntExpr<T>> lastValue(Fields.PrimitiveInt<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, IntExpr<T>> lastValue(Fields.BoxedInt<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, LongExpr<T>> lastValue(Fields.PrimitiveLong<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, LongExpr<T>> lastValue(Fields.BoxedLong<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, FloatExpr<T>> lastValue(Fields.PrimitiveFloat<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, FloatExpr<T>> lastValue(Fields.BoxedFloat<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lastValue(
      Fields.PrimitiveDouble<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lastValue(Fields.BoxedDouble<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lastValue(Fields.Decimal<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, StrExpr<T>> lastValue(Fields.Text<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, DateExpr<T>> lastValue(Fields.Date<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lastValue(Fields.Timestamp<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lastValue(Fields.DateTime<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, DurationExpr<T>> lastValue(Fields.Interval<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lastValue(Fields.Binary<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lastValue(
      Fields.Enumeration<T, E> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lastValue(Fields.Items<T, E> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lastValue(
      Fields.Entries<T, K, V> accessor) {
    return lastValue(col(accessor));
  }

  /** The column in the last row of the window's frame. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lastValue(
      Fields.Nested<T, R> accessor) {
    return lastValue(col(accessor));
  }
}
