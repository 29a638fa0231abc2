// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;
import java.io.Serializable;

/**
 * Gives the columns of a record {@code T} as expressions of scope {@code S}: the handle of one side
 * of a join is one, and so is a nested record.
 *
 * <pre>{@code
 * orders.join(products).on(Order::productId).equalTo(Product::productId)
 *     .select((o, p) -> row(Line::new).of(o.col(Order::orderId), p.col(Product::price)));
 * }</pre>
 *
 * @param <S> the scope of the expressions
 * @param <T> the record whose columns they are
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public interface Columns<S, T> {

  /**
   * The expression tree of the column that an accessor names. Called by {@code col}; users have no
   * need of it.
   */
  @Internal
  ExprNode node(Serializable accessor);

  /**
   * An accessor of another record is no column here, and the compiler refuses whatever is done with
   * it: "void" in its message, at a column, means that. Without this method the message would list
   * all the others.
   */
  default <X> void col(Fields.Named<X> accessor) {
    throw new IllegalArgumentException("a column of another record");
  }

  /** The column of this accessor. */
  default BoolExpr<S> col(Fields.PrimitiveBoolean<T> accessor) {
    return new BoolExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default BoolExpr<S> col(Fields.BoxedBoolean<T> accessor) {
    return new BoolExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default ByteExpr<S> col(Fields.PrimitiveByte<T> accessor) {
    return new ByteExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default ByteExpr<S> col(Fields.BoxedByte<T> accessor) {
    return new ByteExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default ShortExpr<S> col(Fields.PrimitiveShort<T> accessor) {
    return new ShortExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default ShortExpr<S> col(Fields.BoxedShort<T> accessor) {
    return new ShortExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default IntExpr<S> col(Fields.PrimitiveInt<T> accessor) {
    return new IntExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default IntExpr<S> col(Fields.BoxedInt<T> accessor) {
    return new IntExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default LongExpr<S> col(Fields.PrimitiveLong<T> accessor) {
    return new LongExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default LongExpr<S> col(Fields.BoxedLong<T> accessor) {
    return new LongExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default FloatExpr<S> col(Fields.PrimitiveFloat<T> accessor) {
    return new FloatExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default FloatExpr<S> col(Fields.BoxedFloat<T> accessor) {
    return new FloatExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default DoubleExpr<S> col(Fields.PrimitiveDouble<T> accessor) {
    return new DoubleExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default DoubleExpr<S> col(Fields.BoxedDouble<T> accessor) {
    return new DoubleExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default DecimalExpr<S> col(Fields.Decimal<T> accessor) {
    return new DecimalExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default StrExpr<S> col(Fields.Text<T> accessor) {
    return new StrExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default DateExpr<S> col(Fields.Date<T> accessor) {
    return new DateExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default TimestampExpr<S> col(Fields.Timestamp<T> accessor) {
    return new TimestampExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default DateTimeExpr<S> col(Fields.DateTime<T> accessor) {
    return new DateTimeExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default DurationExpr<S> col(Fields.Interval<T> accessor) {
    return new DurationExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default BinaryExpr<S> col(Fields.Binary<T> accessor) {
    return new BinaryExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default <E extends Enum<E>> EnumExpr<S, E> col(Fields.Enumeration<T, E> accessor) {
    return new EnumExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default <E> ListExpr<S, E> col(Fields.Items<T, E> accessor) {
    return new ListExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default <K, V> MapExpr<S, K, V> col(Fields.Entries<T, K, V> accessor) {
    return new MapExpr<>(node(accessor));
  }

  /** The column of this accessor. */
  default <R extends Record> RecordExpr<S, R> col(Fields.Nested<T, R> accessor) {
    return new RecordExpr<>(node(accessor));
  }
}
