package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;
import dev.sluice.record.ColumnType;

/**
 * A whole number of 64 bits.
 *
 * @param <S> the scope
 */
public final class LongExpr<S> extends WholeExpr<S, Long, LongExpr<S>> {

  LongExpr(ExprNode node) {
    super(node.giving(ColumnType.Scalar.LONG));
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> LongExpr<S> of(Expr<S, Long> value) {
    return new LongExpr<>(value.node());
  }

  @Override
  <Z> LongExpr<Z> rebuild(ExprNode other) {
    return new LongExpr<>(other);
  }

  @Override
  LongExpr<S> self() {
    return this;
  }

  @Override
  public LongExpr<S> where(RowsWhere<S> rows) {
    return new LongExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public LongExpr<S> orElse(long value) {
    return new LongExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public LongExpr<S> orElse(LongExpr<S> other) {
    return new LongExpr<>(coalesce(other.node()));
  }

  @Override
  ExprNode literal(long value) {
    return Calls.literal(value);
  }

  /** The sum. */
  public LongExpr<S> plus(IntExpr<S> other) {
    return new LongExpr<>(Calls.of(Operators.PLUS, node(), other.node()));
  }

  /** The sum. */
  public LongExpr<S> plus(long value) {
    return new LongExpr<>(Calls.of(Operators.PLUS, node(), Calls.literal(value)));
  }

  /** The sum. */
  public LongExpr<S> plus(LongExpr<S> other) {
    return new LongExpr<>(Calls.of(Operators.PLUS, node(), other.node()));
  }

  /** The sum. */
  public DoubleExpr<S> plus(double value) {
    return new DoubleExpr<>(Calls.of(Operators.PLUS, node(), Calls.literal(value)));
  }

  /** The sum. */
  public DoubleExpr<S> plus(DoubleExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.PLUS, node(), other.node()));
  }

  /** The sum. */
  public DecimalExpr<S> plus(DecimalExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.PLUS, node(), other.node()));
  }

  /** The difference. */
  public LongExpr<S> minus(IntExpr<S> other) {
    return new LongExpr<>(Calls.of(Operators.MINUS, node(), other.node()));
  }

  /** The difference. */
  public LongExpr<S> minus(long value) {
    return new LongExpr<>(Calls.of(Operators.MINUS, node(), Calls.literal(value)));
  }

  /** The difference. */
  public LongExpr<S> minus(LongExpr<S> other) {
    return new LongExpr<>(Calls.of(Operators.MINUS, node(), other.node()));
  }

  /** The difference. */
  public DoubleExpr<S> minus(double value) {
    return new DoubleExpr<>(Calls.of(Operators.MINUS, node(), Calls.literal(value)));
  }

  /** The difference. */
  public DoubleExpr<S> minus(DoubleExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.MINUS, node(), other.node()));
  }

  /** The difference. */
  public DecimalExpr<S> minus(DecimalExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.MINUS, node(), other.node()));
  }

  /** The product. */
  public LongExpr<S> times(IntExpr<S> other) {
    return new LongExpr<>(Calls.of(Operators.TIMES, node(), other.node()));
  }

  /** The product. */
  public LongExpr<S> times(long value) {
    return new LongExpr<>(Calls.of(Operators.TIMES, node(), Calls.literal(value)));
  }

  /** The product. */
  public LongExpr<S> times(LongExpr<S> other) {
    return new LongExpr<>(Calls.of(Operators.TIMES, node(), other.node()));
  }

  /** The product. */
  public DoubleExpr<S> times(double value) {
    return new DoubleExpr<>(Calls.of(Operators.TIMES, node(), Calls.literal(value)));
  }

  /** The product. */
  public DoubleExpr<S> times(DoubleExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.TIMES, node(), other.node()));
  }

  /** The product. */
  public DecimalExpr<S> times(DecimalExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.TIMES, node(), other.node()));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public LongExpr<S> mod(IntExpr<S> other) {
    return new LongExpr<>(Calls.of(Operators.MOD, node(), other.node()));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public LongExpr<S> mod(long value) {
    return new LongExpr<>(Calls.of(Operators.MOD, node(), Calls.literal(value)));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public LongExpr<S> mod(LongExpr<S> other) {
    return new LongExpr<>(Calls.of(Operators.MOD, node(), other.node()));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public DoubleExpr<S> mod(double value) {
    return new DoubleExpr<>(Calls.of(Operators.MOD, node(), Calls.literal(value)));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public DoubleExpr<S> mod(DoubleExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.MOD, node(), other.node()));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public DecimalExpr<S> mod(DecimalExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.MOD, node(), other.node()));
  }

  /** This number with the opposite sign. */
  public LongExpr<S> negate() {
    return new LongExpr<>(Calls.of(Operators.NEGATE, node()));
  }

  /** This number without its sign. */
  public LongExpr<S> abs() {
    return new LongExpr<>(Calls.of(Operators.ABS, node()));
  }

  /** The point in time so many seconds after 1970-01-01T00:00Z. */
  public TimestampExpr<S> toTimestampOfEpochSecond() {
    return new TimestampExpr<>(Calls.of(Clocks.OF_EPOCH_SECOND, this));
  }

  /** The point in time so many milliseconds after 1970-01-01T00:00Z. */
  public TimestampExpr<S> toTimestampOfEpochMilli() {
    return new TimestampExpr<>(Calls.of(Clocks.OF_EPOCH_MILLI, this));
  }

  /** The point in time so many microseconds after 1970-01-01T00:00Z. */
  public TimestampExpr<S> toTimestampOfEpochMicro() {
    return new TimestampExpr<>(Calls.of(Clocks.OF_EPOCH_MICRO, this));
  }
}
