// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/**
 * Gives the keys of groups of a record {@code T}: the handle of a group is one.
 *
 * @param <T> the record of the rows in a group
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public interface Keys<T> {

  /** As {@code col} of another record: the compiler refuses whatever is done with it, in a line. */
  default <X> void key(Fields.Named<X> accessor) {
    throw new IllegalArgumentException("a key of another record");
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default BoolExpr<Group<T>> key(Fields.PrimitiveBoolean<T> accessor) {
    return new BoolExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default BoolExpr<Group<T>> key(Fields.BoxedBoolean<T> accessor) {
    return new BoolExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default BoolExpr<Group<T>> key(BoolExpr<T> expression) {
    return new BoolExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default ByteExpr<Group<T>> key(Fields.PrimitiveByte<T> accessor) {
    return new ByteExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default ByteExpr<Group<T>> key(Fields.BoxedByte<T> accessor) {
    return new ByteExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default ByteExpr<Group<T>> key(ByteExpr<T> expression) {
    return new ByteExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default ShortExpr<Group<T>> key(Fields.PrimitiveShort<T> accessor) {
    return new ShortExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default ShortExpr<Group<T>> key(Fields.BoxedShort<T> accessor) {
    return new ShortExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default ShortExpr<Group<T>> key(ShortExpr<T> expression) {
    return new ShortExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default IntExpr<Group<T>> key(Fields.PrimitiveInt<T> accessor) {
    return new IntExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default IntExpr<Group<T>> key(Fields.BoxedInt<T> accessor) {
    return new IntExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default IntExpr<Group<T>> key(IntExpr<T> expression) {
    return new IntExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default LongExpr<Group<T>> key(Fields.PrimitiveLong<T> accessor) {
    return new LongExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default LongExpr<Group<T>> key(Fields.BoxedLong<T> accessor) {
    return new LongExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default LongExpr<Group<T>> key(LongExpr<T> expression) {
    return new LongExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default FloatExpr<Group<T>> key(Fields.PrimitiveFloat<T> accessor) {
    return new FloatExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default FloatExpr<Group<T>> key(Fields.BoxedFloat<T> accessor) {
    return new FloatExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default FloatExpr<Group<T>> key(FloatExpr<T> expression) {
    return new FloatExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default DoubleExpr<Group<T>> key(Fields.PrimitiveDouble<T> accessor) {
    return new DoubleExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default DoubleExpr<Group<T>> key(Fields.BoxedDouble<T> accessor) {
    return new DoubleExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default DoubleExpr<Group<T>> key(DoubleExpr<T> expression) {
    return new DoubleExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default DecimalExpr<Group<T>> key(Fields.Decimal<T> accessor) {
    return new DecimalExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default DecimalExpr<Group<T>> key(DecimalExpr<T> expression) {
    return new DecimalExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default StrExpr<Group<T>> key(Fields.Text<T> accessor) {
    return new StrExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default StrExpr<Group<T>> key(StrExpr<T> expression) {
    return new StrExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default DateExpr<Group<T>> key(Fields.Date<T> accessor) {
    return new DateExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default DateExpr<Group<T>> key(DateExpr<T> expression) {
    return new DateExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default TimestampExpr<Group<T>> key(Fields.Timestamp<T> accessor) {
    return new TimestampExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default TimestampExpr<Group<T>> key(TimestampExpr<T> expression) {
    return new TimestampExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default DateTimeExpr<Group<T>> key(Fields.DateTime<T> accessor) {
    return new DateTimeExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default DateTimeExpr<Group<T>> key(DateTimeExpr<T> expression) {
    return new DateTimeExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default DurationExpr<Group<T>> key(Fields.Interval<T> accessor) {
    return new DurationExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default DurationExpr<Group<T>> key(DurationExpr<T> expression) {
    return new DurationExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default BinaryExpr<Group<T>> key(Fields.Binary<T> accessor) {
    return new BinaryExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default BinaryExpr<Group<T>> key(BinaryExpr<T> expression) {
    return new BinaryExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default <E extends Enum<E>> EnumExpr<Group<T>, E> key(Fields.Enumeration<T, E> accessor) {
    return new EnumExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default <E extends Enum<E>> EnumExpr<Group<T>, E> key(EnumExpr<T, E> expression) {
    return new EnumExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default <E> ListExpr<Group<T>, E> key(Fields.Items<T, E> accessor) {
    return new ListExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default <E> ListExpr<Group<T>, E> key(ListExpr<T, E> expression) {
    return new ListExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default <K, V> MapExpr<Group<T>, K, V> key(Fields.Entries<T, K, V> accessor) {
    return new MapExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default <K, V> MapExpr<Group<T>, K, V> key(MapExpr<T, K, V> expression) {
    return new MapExpr<>(FieldReader.key(expression));
  }

  /** The value of this key, one of those given to {@code groupBy}. */
  default <R extends Record> RecordExpr<Group<T>, R> key(Fields.Nested<T, R> accessor) {
    return new RecordExpr<>(FieldReader.key(accessor));
  }

  /** The value of this key, the same expression as one of those given to {@code groupBy}. */
  default <R extends Record> RecordExpr<Group<T>, R> key(RecordExpr<T, R> expression) {
    return new RecordExpr<>(FieldReader.key(expression));
  }
}
