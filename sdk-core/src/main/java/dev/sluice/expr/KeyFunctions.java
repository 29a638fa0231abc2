// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/** Keys in an aggregation: {@code key(Line::orderDate)}. Part of {@code Dsl}. */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class KeyFunctions extends ColumnFunctions {

  KeyFunctions() {}

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> BoolExpr<Group<T>> key(Fields.PrimitiveBoolean<T> accessor) {
    return new BoolExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> BoolExpr<Group<T>> key(Fields.BoxedBoolean<T> accessor) {
    return new BoolExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> BoolExpr<Group<T>> key(BoolExpr<T> expression) {
    return new BoolExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> ByteExpr<Group<T>> key(Fields.PrimitiveByte<T> accessor) {
    return new ByteExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> ByteExpr<Group<T>> key(Fields.BoxedByte<T> accessor) {
    return new ByteExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> ByteExpr<Group<T>> key(ByteExpr<T> expression) {
    return new ByteExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> ShortExpr<Group<T>> key(Fields.PrimitiveShort<T> accessor) {
    return new ShortExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> ShortExpr<Group<T>> key(Fields.BoxedShort<T> accessor) {
    return new ShortExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> ShortExpr<Group<T>> key(ShortExpr<T> expression) {
    return new ShortExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> IntExpr<Group<T>> key(Fields.PrimitiveInt<T> accessor) {
    return new IntExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> IntExpr<Group<T>> key(Fields.BoxedInt<T> accessor) {
    return new IntExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> IntExpr<Group<T>> key(IntExpr<T> expression) {
    return new IntExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> LongExpr<Group<T>> key(Fields.PrimitiveLong<T> accessor) {
    return new LongExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> LongExpr<Group<T>> key(Fields.BoxedLong<T> accessor) {
    return new LongExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> LongExpr<Group<T>> key(LongExpr<T> expression) {
    return new LongExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> FloatExpr<Group<T>> key(Fields.PrimitiveFloat<T> accessor) {
    return new FloatExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> FloatExpr<Group<T>> key(Fields.BoxedFloat<T> accessor) {
    return new FloatExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> FloatExpr<Group<T>> key(FloatExpr<T> expression) {
    return new FloatExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> DoubleExpr<Group<T>> key(Fields.PrimitiveDouble<T> accessor) {
    return new DoubleExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> DoubleExpr<Group<T>> key(Fields.BoxedDouble<T> accessor) {
    return new DoubleExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> DoubleExpr<Group<T>> key(DoubleExpr<T> expression) {
    return new DoubleExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> DecimalExpr<Group<T>> key(Fields.Decimal<T> accessor) {
    return new DecimalExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> DecimalExpr<Group<T>> key(DecimalExpr<T> expression) {
    return new DecimalExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> StrExpr<Group<T>> key(Fields.Text<T> accessor) {
    return new StrExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> StrExpr<Group<T>> key(StrExpr<T> expression) {
    return new StrExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> DateExpr<Group<T>> key(Fields.Date<T> accessor) {
    return new DateExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> DateExpr<Group<T>> key(DateExpr<T> expression) {
    return new DateExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> TimestampExpr<Group<T>> key(Fields.Timestamp<T> accessor) {
    return new TimestampExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> TimestampExpr<Group<T>> key(TimestampExpr<T> expression) {
    return new TimestampExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> DateTimeExpr<Group<T>> key(Fields.DateTime<T> accessor) {
    return new DateTimeExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> DateTimeExpr<Group<T>> key(DateTimeExpr<T> expression) {
    return new DateTimeExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> DurationExpr<Group<T>> key(Fields.Interval<T> accessor) {
    return new DurationExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> DurationExpr<Group<T>> key(DurationExpr<T> expression) {
    return new DurationExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T> BinaryExpr<Group<T>> key(Fields.Binary<T> accessor) {
    return new BinaryExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T> BinaryExpr<Group<T>> key(BinaryExpr<T> expression) {
    return new BinaryExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> key(
      Fields.Enumeration<T, E> accessor) {
    return new EnumExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T, E extends Enum<E>> EnumExpr<Group<T>, E> key(EnumExpr<T, E> expression) {
    return new EnumExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T, E> ListExpr<Group<T>, E> key(Fields.Items<T, E> accessor) {
    return new ListExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T, E> ListExpr<Group<T>, E> key(ListExpr<T, E> expression) {
    return new ListExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T, K, V> MapExpr<Group<T>, K, V> key(Fields.Entries<T, K, V> accessor) {
    return new MapExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T, K, V> MapExpr<Group<T>, K, V> key(MapExpr<T, K, V> expression) {
    return new MapExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  public static <T, R extends Record> RecordExpr<Group<T>, R> key(Fields.Nested<T, R> accessor) {
    return new RecordExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  public static <T, R extends Record> RecordExpr<Group<T>, R> key(RecordExpr<T, R> expression) {
    return new RecordExpr<>(FieldReader.key(expression));
  }
}
