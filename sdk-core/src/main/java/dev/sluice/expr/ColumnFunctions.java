// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/** Columns of the rows of a stage: {@code col(Order::price)}. Part of {@code Dsl}. */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class ColumnFunctions {

  ColumnFunctions() {}

  /** The column of this accessor. */
  public static <T> BoolExpr<T> col(Fields.PrimitiveBoolean<T> accessor) {
    return new BoolExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> BoolExpr<T> col(Fields.BoxedBoolean<T> accessor) {
    return new BoolExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> ByteExpr<T> col(Fields.PrimitiveByte<T> accessor) {
    return new ByteExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> ByteExpr<T> col(Fields.BoxedByte<T> accessor) {
    return new ByteExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> ShortExpr<T> col(Fields.PrimitiveShort<T> accessor) {
    return new ShortExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> ShortExpr<T> col(Fields.BoxedShort<T> accessor) {
    return new ShortExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> IntExpr<T> col(Fields.PrimitiveInt<T> accessor) {
    return new IntExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> IntExpr<T> col(Fields.BoxedInt<T> accessor) {
    return new IntExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> LongExpr<T> col(Fields.PrimitiveLong<T> accessor) {
    return new LongExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> LongExpr<T> col(Fields.BoxedLong<T> accessor) {
    return new LongExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> FloatExpr<T> col(Fields.PrimitiveFloat<T> accessor) {
    return new FloatExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> FloatExpr<T> col(Fields.BoxedFloat<T> accessor) {
    return new FloatExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> DoubleExpr<T> col(Fields.PrimitiveDouble<T> accessor) {
    return new DoubleExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> DoubleExpr<T> col(Fields.BoxedDouble<T> accessor) {
    return new DoubleExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> DecimalExpr<T> col(Fields.Decimal<T> accessor) {
    return new DecimalExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> StrExpr<T> col(Fields.Text<T> accessor) {
    return new StrExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> DateExpr<T> col(Fields.Date<T> accessor) {
    return new DateExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> TimestampExpr<T> col(Fields.Timestamp<T> accessor) {
    return new TimestampExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> DateTimeExpr<T> col(Fields.DateTime<T> accessor) {
    return new DateTimeExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> DurationExpr<T> col(Fields.Interval<T> accessor) {
    return new DurationExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T> BinaryExpr<T> col(Fields.Binary<T> accessor) {
    return new BinaryExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T, E extends Enum<E>> EnumExpr<T, E> col(Fields.Enumeration<T, E> accessor) {
    return new EnumExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T, E> ListExpr<T, E> col(Fields.Items<T, E> accessor) {
    return new ListExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T, K, V> MapExpr<T, K, V> col(Fields.Entries<T, K, V> accessor) {
    return new MapExpr<>(FieldReader.field(accessor));
  }

  /** The column of this accessor. */
  public static <T, R extends Record> RecordExpr<T, R> col(Fields.Nested<T, R> accessor) {
    return new RecordExpr<>(FieldReader.field(accessor));
  }
}
