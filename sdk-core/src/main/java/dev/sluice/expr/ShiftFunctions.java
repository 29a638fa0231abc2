// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/** What a window takes from another row, by method reference or expression. Part of {@code Dsl}. */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class ShiftFunctions extends WindowFunctions {

  ShiftFunctions() {}

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T, V> RankingFunction<T, ValueExpr<T, V>> lag(ValueExpr<T, V> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, BoolExpr<T>> lag(BoolExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, BoolExpr<T>> lag(Fields.PrimitiveBoolean<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, BoolExpr<T>> lag(Fields.BoxedBoolean<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, ByteExpr<T>> lag(ByteExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, ByteExpr<T>> lag(Fields.PrimitiveByte<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, ByteExpr<T>> lag(Fields.BoxedByte<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, ShortExpr<T>> lag(ShortExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, ShortExpr<T>> lag(Fields.PrimitiveShort<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, ShortExpr<T>> lag(Fields.BoxedShort<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, IntExpr<T>> lag(IntExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, IntExpr<T>> lag(Fields.PrimitiveInt<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, IntExpr<T>> lag(Fields.BoxedInt<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, LongExpr<T>> lag(LongExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, LongExpr<T>> lag(Fields.PrimitiveLong<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, LongExpr<T>> lag(Fields.BoxedLong<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, FloatExpr<T>> lag(FloatExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, FloatExpr<T>> lag(Fields.PrimitiveFloat<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, FloatExpr<T>> lag(Fields.BoxedFloat<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lag(DoubleExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lag(Fields.PrimitiveDouble<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lag(Fields.BoxedDouble<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lag(DecimalExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lag(Fields.Decimal<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, StrExpr<T>> lag(StrExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, StrExpr<T>> lag(Fields.Text<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DateExpr<T>> lag(DateExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DateExpr<T>> lag(Fields.Date<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lag(TimestampExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lag(Fields.Timestamp<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lag(DateTimeExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lag(Fields.DateTime<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DurationExpr<T>> lag(DurationExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, DurationExpr<T>> lag(Fields.Interval<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lag(BinaryExpr<T> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lag(Fields.Binary<T> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lag(
      EnumExpr<T, E> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lag(
      Fields.Enumeration<T, E> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lag(ListExpr<T, E> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lag(Fields.Items<T, E> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lag(MapExpr<T, K, V> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lag(
      Fields.Entries<T, K, V> accessor) {
    return lag(col(accessor));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lag(
      RecordExpr<T, R> value) {
    return shifted(Windows.LAG, value, 1);
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lag(
      Fields.Nested<T, R> accessor) {
    return lag(col(accessor));
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, V> RankingFunction<T, ValueExpr<T, V>> lag(ValueExpr<T, V> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BoolExpr<T>> lag(BoolExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BoolExpr<T>> lag(
      Fields.PrimitiveBoolean<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BoolExpr<T>> lag(Fields.BoxedBoolean<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ByteExpr<T>> lag(ByteExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ByteExpr<T>> lag(
      Fields.PrimitiveByte<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ByteExpr<T>> lag(Fields.BoxedByte<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ShortExpr<T>> lag(ShortExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ShortExpr<T>> lag(
      Fields.PrimitiveShort<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ShortExpr<T>> lag(Fields.BoxedShort<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, IntExpr<T>> lag(IntExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, IntExpr<T>> lag(Fields.PrimitiveInt<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, IntExpr<T>> lag(Fields.BoxedInt<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, LongExpr<T>> lag(LongExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, LongExpr<T>> lag(
      Fields.PrimitiveLong<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, LongExpr<T>> lag(Fields.BoxedLong<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, FloatExpr<T>> lag(FloatExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, FloatExpr<T>> lag(
      Fields.PrimitiveFloat<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, FloatExpr<T>> lag(Fields.BoxedFloat<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lag(DoubleExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lag(
      Fields.PrimitiveDouble<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lag(
      Fields.BoxedDouble<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lag(DecimalExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lag(Fields.Decimal<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, StrExpr<T>> lag(StrExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, StrExpr<T>> lag(Fields.Text<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateExpr<T>> lag(DateExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateExpr<T>> lag(Fields.Date<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lag(TimestampExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lag(
      Fields.Timestamp<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lag(DateTimeExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lag(Fields.DateTime<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DurationExpr<T>> lag(DurationExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DurationExpr<T>> lag(Fields.Interval<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lag(BinaryExpr<T> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lag(Fields.Binary<T> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lag(
      EnumExpr<T, E> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lag(
      Fields.Enumeration<T, E> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lag(ListExpr<T, E> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lag(
      Fields.Items<T, E> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lag(
      MapExpr<T, K, V> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lag(
      Fields.Entries<T, K, V> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lag(
      RecordExpr<T, R> value, int rows) {
    return shifted(Windows.LAG, value, rows);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lag(
      Fields.Nested<T, R> accessor, int rows) {
    return lag(col(accessor), rows);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T, V> RankingFunction<T, ValueExpr<T, V>> lead(ValueExpr<T, V> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, BoolExpr<T>> lead(BoolExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, BoolExpr<T>> lead(Fields.PrimitiveBoolean<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, BoolExpr<T>> lead(Fields.BoxedBoolean<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, ByteExpr<T>> lead(ByteExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, ByteExpr<T>> lead(Fields.PrimitiveByte<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, ByteExpr<T>> lead(Fields.BoxedByte<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, ShortExpr<T>> lead(ShortExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, ShortExpr<T>> lead(Fields.PrimitiveShort<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, ShortExpr<T>> lead(Fields.BoxedShort<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, IntExpr<T>> lead(IntExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, IntExpr<T>> lead(Fields.PrimitiveInt<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, IntExpr<T>> lead(Fields.BoxedInt<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, LongExpr<T>> lead(LongExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, LongExpr<T>> lead(Fields.PrimitiveLong<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, LongExpr<T>> lead(Fields.BoxedLong<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, FloatExpr<T>> lead(FloatExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, FloatExpr<T>> lead(Fields.PrimitiveFloat<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, FloatExpr<T>> lead(Fields.BoxedFloat<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lead(DoubleExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lead(Fields.PrimitiveDouble<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lead(Fields.BoxedDouble<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lead(DecimalExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lead(Fields.Decimal<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, StrExpr<T>> lead(StrExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, StrExpr<T>> lead(Fields.Text<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DateExpr<T>> lead(DateExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DateExpr<T>> lead(Fields.Date<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lead(TimestampExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lead(Fields.Timestamp<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lead(DateTimeExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lead(Fields.DateTime<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DurationExpr<T>> lead(DurationExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, DurationExpr<T>> lead(Fields.Interval<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lead(BinaryExpr<T> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lead(Fields.Binary<T> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lead(
      EnumExpr<T, E> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lead(
      Fields.Enumeration<T, E> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lead(ListExpr<T, E> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lead(Fields.Items<T, E> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lead(MapExpr<T, K, V> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lead(
      Fields.Entries<T, K, V> accessor) {
    return lead(col(accessor));
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lead(
      RecordExpr<T, R> value) {
    return shifted(Windows.LEAD, value, 1);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lead(
      Fields.Nested<T, R> accessor) {
    return lead(col(accessor));
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, V> RankingFunction<T, ValueExpr<T, V>> lead(ValueExpr<T, V> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BoolExpr<T>> lead(BoolExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BoolExpr<T>> lead(
      Fields.PrimitiveBoolean<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BoolExpr<T>> lead(
      Fields.BoxedBoolean<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ByteExpr<T>> lead(ByteExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ByteExpr<T>> lead(
      Fields.PrimitiveByte<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ByteExpr<T>> lead(Fields.BoxedByte<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ShortExpr<T>> lead(ShortExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ShortExpr<T>> lead(
      Fields.PrimitiveShort<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, ShortExpr<T>> lead(Fields.BoxedShort<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, IntExpr<T>> lead(IntExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, IntExpr<T>> lead(Fields.PrimitiveInt<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, IntExpr<T>> lead(Fields.BoxedInt<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, LongExpr<T>> lead(LongExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, LongExpr<T>> lead(
      Fields.PrimitiveLong<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, LongExpr<T>> lead(Fields.BoxedLong<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, FloatExpr<T>> lead(FloatExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, FloatExpr<T>> lead(
      Fields.PrimitiveFloat<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, FloatExpr<T>> lead(Fields.BoxedFloat<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lead(DoubleExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lead(
      Fields.PrimitiveDouble<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lead(
      Fields.BoxedDouble<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lead(DecimalExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lead(Fields.Decimal<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, StrExpr<T>> lead(StrExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, StrExpr<T>> lead(Fields.Text<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateExpr<T>> lead(DateExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateExpr<T>> lead(Fields.Date<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lead(TimestampExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lead(
      Fields.Timestamp<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lead(DateTimeExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lead(
      Fields.DateTime<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DurationExpr<T>> lead(DurationExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, DurationExpr<T>> lead(
      Fields.Interval<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lead(BinaryExpr<T> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lead(Fields.Binary<T> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lead(
      EnumExpr<T, E> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lead(
      Fields.Enumeration<T, E> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lead(ListExpr<T, E> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lead(
      Fields.Items<T, E> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lead(
      MapExpr<T, K, V> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lead(
      Fields.Entries<T, K, V> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lead(
      RecordExpr<T, R> value, int rows) {
    return shifted(Windows.LEAD, value, rows);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lead(
      Fields.Nested<T, R> accessor, int rows) {
    return lead(col(accessor), rows);
  }

  /** The value in the first row of the window's frame. */
  public static <T, V> RankingFunction<T, ValueExpr<T, V>> firstValue(ValueExpr<T, V> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, BoolExpr<T>> firstValue(BoolExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, BoolExpr<T>> firstValue(
      Fields.PrimitiveBoolean<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, BoolExpr<T>> firstValue(Fields.BoxedBoolean<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, ByteExpr<T>> firstValue(ByteExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, ByteExpr<T>> firstValue(Fields.PrimitiveByte<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, ByteExpr<T>> firstValue(Fields.BoxedByte<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, ShortExpr<T>> firstValue(ShortExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, ShortExpr<T>> firstValue(Fields.PrimitiveShort<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, ShortExpr<T>> firstValue(Fields.BoxedShort<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, IntExpr<T>> firstValue(IntExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, IntExpr<T>> firstValue(Fields.PrimitiveInt<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, IntExpr<T>> firstValue(Fields.BoxedInt<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, LongExpr<T>> firstValue(LongExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, LongExpr<T>> firstValue(Fields.PrimitiveLong<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, LongExpr<T>> firstValue(Fields.BoxedLong<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, FloatExpr<T>> firstValue(FloatExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, FloatExpr<T>> firstValue(Fields.PrimitiveFloat<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, FloatExpr<T>> firstValue(Fields.BoxedFloat<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, DoubleExpr<T>> firstValue(DoubleExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, DoubleExpr<T>> firstValue(
      Fields.PrimitiveDouble<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, DoubleExpr<T>> firstValue(Fields.BoxedDouble<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, DecimalExpr<T>> firstValue(DecimalExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, DecimalExpr<T>> firstValue(Fields.Decimal<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, StrExpr<T>> firstValue(StrExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, StrExpr<T>> firstValue(Fields.Text<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, DateExpr<T>> firstValue(DateExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, DateExpr<T>> firstValue(Fields.Date<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, TimestampExpr<T>> firstValue(TimestampExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, TimestampExpr<T>> firstValue(Fields.Timestamp<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> firstValue(DateTimeExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> firstValue(Fields.DateTime<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, DurationExpr<T>> firstValue(DurationExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, DurationExpr<T>> firstValue(Fields.Interval<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, BinaryExpr<T>> firstValue(BinaryExpr<T> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T> RankingFunction<T, BinaryExpr<T>> firstValue(Fields.Binary<T> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> firstValue(
      EnumExpr<T, E> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> firstValue(
      Fields.Enumeration<T, E> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> firstValue(ListExpr<T, E> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> firstValue(Fields.Items<T, E> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> firstValue(MapExpr<T, K, V> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> firstValue(
      Fields.Entries<T, K, V> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the first row of the window's frame. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> firstValue(
      RecordExpr<T, R> value) {
    return shifted(Windows.FIRST_VALUE, value);
  }

  /** The value in the first row of the window's frame. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> firstValue(
      Fields.Nested<T, R> accessor) {
    return firstValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T, V> RankingFunction<T, ValueExpr<T, V>> lastValue(ValueExpr<T, V> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, BoolExpr<T>> lastValue(BoolExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, BoolExpr<T>> lastValue(Fields.PrimitiveBoolean<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, BoolExpr<T>> lastValue(Fields.BoxedBoolean<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, ByteExpr<T>> lastValue(ByteExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, ByteExpr<T>> lastValue(Fields.PrimitiveByte<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, ByteExpr<T>> lastValue(Fields.BoxedByte<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, ShortExpr<T>> lastValue(ShortExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, ShortExpr<T>> lastValue(Fields.PrimitiveShort<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, ShortExpr<T>> lastValue(Fields.BoxedShort<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, IntExpr<T>> lastValue(IntExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, IntExpr<T>> lastValue(Fields.PrimitiveInt<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, IntExpr<T>> lastValue(Fields.BoxedInt<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, LongExpr<T>> lastValue(LongExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, LongExpr<T>> lastValue(Fields.PrimitiveLong<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, LongExpr<T>> lastValue(Fields.BoxedLong<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, FloatExpr<T>> lastValue(FloatExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, FloatExpr<T>> lastValue(Fields.PrimitiveFloat<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, FloatExpr<T>> lastValue(Fields.BoxedFloat<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lastValue(DoubleExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lastValue(
      Fields.PrimitiveDouble<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, DoubleExpr<T>> lastValue(Fields.BoxedDouble<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lastValue(DecimalExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, DecimalExpr<T>> lastValue(Fields.Decimal<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, StrExpr<T>> lastValue(StrExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, StrExpr<T>> lastValue(Fields.Text<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, DateExpr<T>> lastValue(DateExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, DateExpr<T>> lastValue(Fields.Date<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lastValue(TimestampExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, TimestampExpr<T>> lastValue(Fields.Timestamp<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lastValue(DateTimeExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, DateTimeExpr<T>> lastValue(Fields.DateTime<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, DurationExpr<T>> lastValue(DurationExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, DurationExpr<T>> lastValue(Fields.Interval<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lastValue(BinaryExpr<T> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T> RankingFunction<T, BinaryExpr<T>> lastValue(Fields.Binary<T> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lastValue(
      EnumExpr<T, E> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T, E extends Enum<E>> RankingFunction<T, EnumExpr<T, E>> lastValue(
      Fields.Enumeration<T, E> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lastValue(ListExpr<T, E> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T, E> RankingFunction<T, ListExpr<T, E>> lastValue(Fields.Items<T, E> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lastValue(MapExpr<T, K, V> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T, K, V> RankingFunction<T, MapExpr<T, K, V>> lastValue(
      Fields.Entries<T, K, V> accessor) {
    return lastValue(col(accessor));
  }

  /** The value in the last row of the window's frame. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lastValue(
      RecordExpr<T, R> value) {
    return shifted(Windows.LAST_VALUE, value);
  }

  /** The value in the last row of the window's frame. */
  public static <T, R extends Record> RankingFunction<T, RecordExpr<T, R>> lastValue(
      Fields.Nested<T, R> accessor) {
    return lastValue(col(accessor));
  }
}
