// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/**
 * One value of many, by method reference or expression. Part of {@code Dsl}.
 *
 * <p>What comes first, last or at all is up to how Spark cuts the work, and can be another
 * value in the next run; {@code minBy} and {@code maxBy} say which one.
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class ChoiceFunctions extends ExtremeFunctions {

  ChoiceFunctions() {}

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> BoolExpr<Group<T>> mode(BoolExpr<T> value) {
    return new BoolExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> BoolExpr<Group<T>> mode(Fields.PrimitiveBoolean<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> BoolExpr<Group<T>> mode(Fields.BoxedBoolean<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> ByteExpr<Group<T>> mode(ByteExpr<T> value) {
    return new ByteExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> ByteExpr<Group<T>> mode(Fields.PrimitiveByte<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> ByteExpr<Group<T>> mode(Fields.BoxedByte<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> ShortExpr<Group<T>> mode(ShortExpr<T> value) {
    return new ShortExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> ShortExpr<Group<T>> mode(Fields.PrimitiveShort<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> ShortExpr<Group<T>> mode(Fields.BoxedShort<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> IntExpr<Group<T>> mode(IntExpr<T> value) {
    return new IntExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> IntExpr<Group<T>> mode(Fields.PrimitiveInt<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> IntExpr<Group<T>> mode(Fields.BoxedInt<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> LongExpr<Group<T>> mode(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> LongExpr<Group<T>> mode(Fields.PrimitiveLong<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> LongExpr<Group<T>> mode(Fields.BoxedLong<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> FloatExpr<Group<T>> mode(FloatExpr<T> value) {
    return new FloatExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> FloatExpr<Group<T>> mode(Fields.PrimitiveFloat<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> FloatExpr<Group<T>> mode(Fields.BoxedFloat<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> DoubleExpr<Group<T>> mode(DoubleExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> DoubleExpr<Group<T>> mode(Fields.PrimitiveDouble<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> DoubleExpr<Group<T>> mode(Fields.BoxedDouble<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> DecimalExpr<Group<T>> mode(DecimalExpr<T> value) {
    return new DecimalExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> DecimalExpr<Group<T>> mode(Fields.Decimal<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> StrExpr<Group<T>> mode(StrExpr<T> value) {
    return new StrExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> StrExpr<Group<T>> mode(Fields.Text<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> DateExpr<Group<T>> mode(DateExpr<T> value) {
    return new DateExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> DateExpr<Group<T>> mode(Fields.Date<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> TimestampExpr<Group<T>> mode(TimestampExpr<T> value) {
    return new TimestampExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> TimestampExpr<Group<T>> mode(Fields.Timestamp<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> DateTimeExpr<Group<T>> mode(DateTimeExpr<T> value) {
    return new DateTimeExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> DateTimeExpr<Group<T>> mode(Fields.DateTime<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> DurationExpr<Group<T>> mode(DurationExpr<T> value) {
    return new DurationExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> DurationExpr<Group<T>> mode(Fields.Interval<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> BinaryExpr<Group<T>> mode(BinaryExpr<T> value) {
    return new BinaryExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T> BinaryExpr<Group<T>> mode(Fields.Binary<T> accessor) {
    return mode(col(accessor));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> mode(EnumExpr<T, E> value) {
    return new EnumExpr<>(Calls.of(ColumnAggregates.MODE, value.node(), true));
  }

  /**
   * The value that is there most often, of several the smallest; NULL if there are none but NULL.
   */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> mode(
      Fields.Enumeration<T, E> accessor) {
    return mode(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> anyValue(BoolExpr<T> value) {
    return new BoolExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> anyValue(Fields.PrimitiveBoolean<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> anyValue(Fields.BoxedBoolean<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> anyValue(ByteExpr<T> value) {
    return new ByteExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> anyValue(Fields.PrimitiveByte<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> anyValue(Fields.BoxedByte<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> anyValue(ShortExpr<T> value) {
    return new ShortExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> anyValue(Fields.PrimitiveShort<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> anyValue(Fields.BoxedShort<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> IntExpr<Group<T>> anyValue(IntExpr<T> value) {
    return new IntExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> IntExpr<Group<T>> anyValue(Fields.PrimitiveInt<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> IntExpr<Group<T>> anyValue(Fields.BoxedInt<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> LongExpr<Group<T>> anyValue(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> LongExpr<Group<T>> anyValue(Fields.PrimitiveLong<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> LongExpr<Group<T>> anyValue(Fields.BoxedLong<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> anyValue(FloatExpr<T> value) {
    return new FloatExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> anyValue(Fields.PrimitiveFloat<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> anyValue(Fields.BoxedFloat<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> anyValue(DoubleExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> anyValue(Fields.PrimitiveDouble<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> anyValue(Fields.BoxedDouble<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> anyValue(DecimalExpr<T> value) {
    return new DecimalExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> anyValue(Fields.Decimal<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> StrExpr<Group<T>> anyValue(StrExpr<T> value) {
    return new StrExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> StrExpr<Group<T>> anyValue(Fields.Text<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> DateExpr<Group<T>> anyValue(DateExpr<T> value) {
    return new DateExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> DateExpr<Group<T>> anyValue(Fields.Date<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> TimestampExpr<Group<T>> anyValue(TimestampExpr<T> value) {
    return new TimestampExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> TimestampExpr<Group<T>> anyValue(Fields.Timestamp<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> DateTimeExpr<Group<T>> anyValue(DateTimeExpr<T> value) {
    return new DateTimeExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> DateTimeExpr<Group<T>> anyValue(Fields.DateTime<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> anyValue(DurationExpr<T> value) {
    return new DurationExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> anyValue(Fields.Interval<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> BinaryExpr<Group<T>> anyValue(BinaryExpr<T> value) {
    return new BinaryExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T> BinaryExpr<Group<T>> anyValue(Fields.Binary<T> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> anyValue(EnumExpr<T, E> value) {
    return new EnumExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> anyValue(
      Fields.Enumeration<T, E> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T, E> ListExpr<Group<T>, E> anyValue(ListExpr<T, E> value) {
    return new ListExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T, E> ListExpr<Group<T>, E> anyValue(Fields.Items<T, E> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T, K, V> MapExpr<Group<T>, K, V> anyValue(MapExpr<T, K, V> value) {
    return new MapExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T, K, V> MapExpr<Group<T>, K, V> anyValue(Fields.Entries<T, K, V> accessor) {
    return anyValue(col(accessor));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T, R extends Record> RecordExpr<Group<T>, R> anyValue(RecordExpr<T, R> value) {
    return new RecordExpr<>(Calls.of(ColumnAggregates.ANY_VALUE, value.node(), true));
  }

  /** One of the values that are not NULL, whichever; NULL if there are none. */
  public static <T, R extends Record> RecordExpr<Group<T>, R> anyValue(
      Fields.Nested<T, R> accessor) {
    return anyValue(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> BoolExpr<Group<T>> first(BoolExpr<T> value) {
    return new BoolExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> BoolExpr<Group<T>> first(Fields.PrimitiveBoolean<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> BoolExpr<Group<T>> first(Fields.BoxedBoolean<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> ByteExpr<Group<T>> first(ByteExpr<T> value) {
    return new ByteExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> ByteExpr<Group<T>> first(Fields.PrimitiveByte<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> ByteExpr<Group<T>> first(Fields.BoxedByte<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> ShortExpr<Group<T>> first(ShortExpr<T> value) {
    return new ShortExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> ShortExpr<Group<T>> first(Fields.PrimitiveShort<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> ShortExpr<Group<T>> first(Fields.BoxedShort<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> IntExpr<Group<T>> first(IntExpr<T> value) {
    return new IntExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> IntExpr<Group<T>> first(Fields.PrimitiveInt<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> IntExpr<Group<T>> first(Fields.BoxedInt<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> LongExpr<Group<T>> first(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> LongExpr<Group<T>> first(Fields.PrimitiveLong<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> LongExpr<Group<T>> first(Fields.BoxedLong<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> FloatExpr<Group<T>> first(FloatExpr<T> value) {
    return new FloatExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> FloatExpr<Group<T>> first(Fields.PrimitiveFloat<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> FloatExpr<Group<T>> first(Fields.BoxedFloat<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> DoubleExpr<Group<T>> first(DoubleExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> DoubleExpr<Group<T>> first(Fields.PrimitiveDouble<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> DoubleExpr<Group<T>> first(Fields.BoxedDouble<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> DecimalExpr<Group<T>> first(DecimalExpr<T> value) {
    return new DecimalExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> DecimalExpr<Group<T>> first(Fields.Decimal<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> StrExpr<Group<T>> first(StrExpr<T> value) {
    return new StrExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> StrExpr<Group<T>> first(Fields.Text<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> DateExpr<Group<T>> first(DateExpr<T> value) {
    return new DateExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> DateExpr<Group<T>> first(Fields.Date<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> TimestampExpr<Group<T>> first(TimestampExpr<T> value) {
    return new TimestampExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> TimestampExpr<Group<T>> first(Fields.Timestamp<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> DateTimeExpr<Group<T>> first(DateTimeExpr<T> value) {
    return new DateTimeExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> DateTimeExpr<Group<T>> first(Fields.DateTime<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> DurationExpr<Group<T>> first(DurationExpr<T> value) {
    return new DurationExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> DurationExpr<Group<T>> first(Fields.Interval<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> BinaryExpr<Group<T>> first(BinaryExpr<T> value) {
    return new BinaryExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T> BinaryExpr<Group<T>> first(Fields.Binary<T> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> first(EnumExpr<T, E> value) {
    return new EnumExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> first(
      Fields.Enumeration<T, E> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T, E> ListExpr<Group<T>, E> first(ListExpr<T, E> value) {
    return new ListExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T, E> ListExpr<Group<T>, E> first(Fields.Items<T, E> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T, K, V> MapExpr<Group<T>, K, V> first(MapExpr<T, K, V> value) {
    return new MapExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T, K, V> MapExpr<Group<T>, K, V> first(Fields.Entries<T, K, V> accessor) {
    return first(col(accessor));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T, R extends Record> RecordExpr<Group<T>, R> first(RecordExpr<T, R> value) {
    return new RecordExpr<>(Calls.of(ColumnAggregates.FIRST, value.node()));
  }

  /**
   * The value of the row that comes first, NULL or not. Rows have no order of their own: {@code
   * minBy} takes that of a column.
   */
  public static <T, R extends Record> RecordExpr<Group<T>, R> first(Fields.Nested<T, R> accessor) {
    return first(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> firstNotNull(BoolExpr<T> value) {
    return new BoolExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> firstNotNull(Fields.PrimitiveBoolean<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> firstNotNull(Fields.BoxedBoolean<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> firstNotNull(ByteExpr<T> value) {
    return new ByteExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> firstNotNull(Fields.PrimitiveByte<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> firstNotNull(Fields.BoxedByte<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> firstNotNull(ShortExpr<T> value) {
    return new ShortExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> firstNotNull(Fields.PrimitiveShort<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> firstNotNull(Fields.BoxedShort<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> IntExpr<Group<T>> firstNotNull(IntExpr<T> value) {
    return new IntExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> IntExpr<Group<T>> firstNotNull(Fields.PrimitiveInt<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> IntExpr<Group<T>> firstNotNull(Fields.BoxedInt<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> LongExpr<Group<T>> firstNotNull(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> LongExpr<Group<T>> firstNotNull(Fields.PrimitiveLong<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> LongExpr<Group<T>> firstNotNull(Fields.BoxedLong<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> firstNotNull(FloatExpr<T> value) {
    return new FloatExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> firstNotNull(Fields.PrimitiveFloat<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> firstNotNull(Fields.BoxedFloat<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> firstNotNull(DoubleExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> firstNotNull(Fields.PrimitiveDouble<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> firstNotNull(Fields.BoxedDouble<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> firstNotNull(DecimalExpr<T> value) {
    return new DecimalExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> firstNotNull(Fields.Decimal<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> StrExpr<Group<T>> firstNotNull(StrExpr<T> value) {
    return new StrExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> StrExpr<Group<T>> firstNotNull(Fields.Text<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> DateExpr<Group<T>> firstNotNull(DateExpr<T> value) {
    return new DateExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> DateExpr<Group<T>> firstNotNull(Fields.Date<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> TimestampExpr<Group<T>> firstNotNull(TimestampExpr<T> value) {
    return new TimestampExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> TimestampExpr<Group<T>> firstNotNull(Fields.Timestamp<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> DateTimeExpr<Group<T>> firstNotNull(DateTimeExpr<T> value) {
    return new DateTimeExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> DateTimeExpr<Group<T>> firstNotNull(Fields.DateTime<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> firstNotNull(DurationExpr<T> value) {
    return new DurationExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> firstNotNull(Fields.Interval<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> BinaryExpr<Group<T>> firstNotNull(BinaryExpr<T> value) {
    return new BinaryExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T> BinaryExpr<Group<T>> firstNotNull(Fields.Binary<T> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> firstNotNull(EnumExpr<T, E> value) {
    return new EnumExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> firstNotNull(
      Fields.Enumeration<T, E> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T, E> ListExpr<Group<T>, E> firstNotNull(ListExpr<T, E> value) {
    return new ListExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T, E> ListExpr<Group<T>, E> firstNotNull(Fields.Items<T, E> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T, K, V> MapExpr<Group<T>, K, V> firstNotNull(MapExpr<T, K, V> value) {
    return new MapExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T, K, V> MapExpr<Group<T>, K, V> firstNotNull(Fields.Entries<T, K, V> accessor) {
    return firstNotNull(col(accessor));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T, R extends Record> RecordExpr<Group<T>, R> firstNotNull(RecordExpr<T, R> value) {
    return new RecordExpr<>(Calls.of(ColumnAggregates.FIRST_NOT_NULL, value.node(), true));
  }

  /** The first value that is not NULL, as {@code first} takes them; NULL if there are none. */
  public static <T, R extends Record> RecordExpr<Group<T>, R> firstNotNull(
      Fields.Nested<T, R> accessor) {
    return firstNotNull(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> BoolExpr<Group<T>> last(BoolExpr<T> value) {
    return new BoolExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> BoolExpr<Group<T>> last(Fields.PrimitiveBoolean<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> BoolExpr<Group<T>> last(Fields.BoxedBoolean<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> ByteExpr<Group<T>> last(ByteExpr<T> value) {
    return new ByteExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> ByteExpr<Group<T>> last(Fields.PrimitiveByte<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> ByteExpr<Group<T>> last(Fields.BoxedByte<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> ShortExpr<Group<T>> last(ShortExpr<T> value) {
    return new ShortExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> ShortExpr<Group<T>> last(Fields.PrimitiveShort<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> ShortExpr<Group<T>> last(Fields.BoxedShort<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> IntExpr<Group<T>> last(IntExpr<T> value) {
    return new IntExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> IntExpr<Group<T>> last(Fields.PrimitiveInt<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> IntExpr<Group<T>> last(Fields.BoxedInt<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> LongExpr<Group<T>> last(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> LongExpr<Group<T>> last(Fields.PrimitiveLong<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> LongExpr<Group<T>> last(Fields.BoxedLong<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> FloatExpr<Group<T>> last(FloatExpr<T> value) {
    return new FloatExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> FloatExpr<Group<T>> last(Fields.PrimitiveFloat<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> FloatExpr<Group<T>> last(Fields.BoxedFloat<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> DoubleExpr<Group<T>> last(DoubleExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> DoubleExpr<Group<T>> last(Fields.PrimitiveDouble<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> DoubleExpr<Group<T>> last(Fields.BoxedDouble<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> DecimalExpr<Group<T>> last(DecimalExpr<T> value) {
    return new DecimalExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> DecimalExpr<Group<T>> last(Fields.Decimal<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> StrExpr<Group<T>> last(StrExpr<T> value) {
    return new StrExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> StrExpr<Group<T>> last(Fields.Text<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> DateExpr<Group<T>> last(DateExpr<T> value) {
    return new DateExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> DateExpr<Group<T>> last(Fields.Date<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> TimestampExpr<Group<T>> last(TimestampExpr<T> value) {
    return new TimestampExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> TimestampExpr<Group<T>> last(Fields.Timestamp<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> DateTimeExpr<Group<T>> last(DateTimeExpr<T> value) {
    return new DateTimeExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> DateTimeExpr<Group<T>> last(Fields.DateTime<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> DurationExpr<Group<T>> last(DurationExpr<T> value) {
    return new DurationExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> DurationExpr<Group<T>> last(Fields.Interval<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> BinaryExpr<Group<T>> last(BinaryExpr<T> value) {
    return new BinaryExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T> BinaryExpr<Group<T>> last(Fields.Binary<T> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> last(EnumExpr<T, E> value) {
    return new EnumExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> last(
      Fields.Enumeration<T, E> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T, E> ListExpr<Group<T>, E> last(ListExpr<T, E> value) {
    return new ListExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T, E> ListExpr<Group<T>, E> last(Fields.Items<T, E> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T, K, V> MapExpr<Group<T>, K, V> last(MapExpr<T, K, V> value) {
    return new MapExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T, K, V> MapExpr<Group<T>, K, V> last(Fields.Entries<T, K, V> accessor) {
    return last(col(accessor));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T, R extends Record> RecordExpr<Group<T>, R> last(RecordExpr<T, R> value) {
    return new RecordExpr<>(Calls.of(ColumnAggregates.LAST, value.node()));
  }

  /**
   * The value of the row that comes last, NULL or not. Rows have no order of their own: {@code
   * maxBy} takes that of a column.
   */
  public static <T, R extends Record> RecordExpr<Group<T>, R> last(Fields.Nested<T, R> accessor) {
    return last(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> lastNotNull(BoolExpr<T> value) {
    return new BoolExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> lastNotNull(Fields.PrimitiveBoolean<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> BoolExpr<Group<T>> lastNotNull(Fields.BoxedBoolean<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> lastNotNull(ByteExpr<T> value) {
    return new ByteExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> lastNotNull(Fields.PrimitiveByte<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> ByteExpr<Group<T>> lastNotNull(Fields.BoxedByte<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> lastNotNull(ShortExpr<T> value) {
    return new ShortExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> lastNotNull(Fields.PrimitiveShort<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> ShortExpr<Group<T>> lastNotNull(Fields.BoxedShort<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> IntExpr<Group<T>> lastNotNull(IntExpr<T> value) {
    return new IntExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> IntExpr<Group<T>> lastNotNull(Fields.PrimitiveInt<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> IntExpr<Group<T>> lastNotNull(Fields.BoxedInt<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> LongExpr<Group<T>> lastNotNull(LongExpr<T> value) {
    return new LongExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> LongExpr<Group<T>> lastNotNull(Fields.PrimitiveLong<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> LongExpr<Group<T>> lastNotNull(Fields.BoxedLong<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> lastNotNull(FloatExpr<T> value) {
    return new FloatExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> lastNotNull(Fields.PrimitiveFloat<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> FloatExpr<Group<T>> lastNotNull(Fields.BoxedFloat<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> lastNotNull(DoubleExpr<T> value) {
    return new DoubleExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> lastNotNull(Fields.PrimitiveDouble<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> lastNotNull(Fields.BoxedDouble<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> lastNotNull(DecimalExpr<T> value) {
    return new DecimalExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> lastNotNull(Fields.Decimal<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> StrExpr<Group<T>> lastNotNull(StrExpr<T> value) {
    return new StrExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> StrExpr<Group<T>> lastNotNull(Fields.Text<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> DateExpr<Group<T>> lastNotNull(DateExpr<T> value) {
    return new DateExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> DateExpr<Group<T>> lastNotNull(Fields.Date<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> TimestampExpr<Group<T>> lastNotNull(TimestampExpr<T> value) {
    return new TimestampExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> TimestampExpr<Group<T>> lastNotNull(Fields.Timestamp<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> DateTimeExpr<Group<T>> lastNotNull(DateTimeExpr<T> value) {
    return new DateTimeExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> DateTimeExpr<Group<T>> lastNotNull(Fields.DateTime<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> lastNotNull(DurationExpr<T> value) {
    return new DurationExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> DurationExpr<Group<T>> lastNotNull(Fields.Interval<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> BinaryExpr<Group<T>> lastNotNull(BinaryExpr<T> value) {
    return new BinaryExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T> BinaryExpr<Group<T>> lastNotNull(Fields.Binary<T> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> lastNotNull(EnumExpr<T, E> value) {
    return new EnumExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> lastNotNull(
      Fields.Enumeration<T, E> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T, E> ListExpr<Group<T>, E> lastNotNull(ListExpr<T, E> value) {
    return new ListExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T, E> ListExpr<Group<T>, E> lastNotNull(Fields.Items<T, E> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T, K, V> MapExpr<Group<T>, K, V> lastNotNull(MapExpr<T, K, V> value) {
    return new MapExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T, K, V> MapExpr<Group<T>, K, V> lastNotNull(Fields.Entries<T, K, V> accessor) {
    return lastNotNull(col(accessor));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T, R extends Record> RecordExpr<Group<T>, R> lastNotNull(RecordExpr<T, R> value) {
    return new RecordExpr<>(Calls.of(ColumnAggregates.LAST_NOT_NULL, value.node(), true));
  }

  /** The last value that is not NULL, as {@code last} takes them; NULL if there are none. */
  public static <T, R extends Record> RecordExpr<Group<T>, R> lastNotNull(
      Fields.Nested<T, R> accessor) {
    return lastNotNull(col(accessor));
  }
}
