package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;
import dev.sluice.record.ColumnType;

/**
 * A whole number of 32 bits.
 *
 * @param <S> the scope
 */
public final class IntExpr<S> extends WholeExpr<S, Integer, IntExpr<S>> {

  IntExpr(ExprNode node) {
    super(node.giving(ColumnType.Scalar.INT));
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> IntExpr<S> of(Expr<S, Integer> value) {
    return new IntExpr<>(value.node());
  }

  @Override
  <Z> IntExpr<Z> rebuild(ExprNode other) {
    return new IntExpr<>(other);
  }

  @Override
  IntExpr<S> self() {
    return this;
  }

  @Override
  public IntExpr<S> where(RowsWhere<S> rows) {
    return new IntExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public IntExpr<S> orElse(int value) {
    return new IntExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public IntExpr<S> orElse(IntExpr<S> other) {
    return new IntExpr<>(coalesce(other.node()));
  }

  @Override
  ExprNode literal(long value) {
    return value == (int) value ? Calls.literal((int) value) : Calls.literal(value);
  }

  /** The sum. */
  public IntExpr<S> plus(int value) {
    return new IntExpr<>(Calls.of(Operators.PLUS, node(), Calls.literal(value)));
  }

  /** The sum. */
  public IntExpr<S> plus(IntExpr<S> other) {
    return new IntExpr<>(Calls.of(Operators.PLUS, node(), other.node()));
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
  public IntExpr<S> minus(int value) {
    return new IntExpr<>(Calls.of(Operators.MINUS, node(), Calls.literal(value)));
  }

  /** The difference. */
  public IntExpr<S> minus(IntExpr<S> other) {
    return new IntExpr<>(Calls.of(Operators.MINUS, node(), other.node()));
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
  public IntExpr<S> times(int value) {
    return new IntExpr<>(Calls.of(Operators.TIMES, node(), Calls.literal(value)));
  }

  /** The product. */
  public IntExpr<S> times(IntExpr<S> other) {
    return new IntExpr<>(Calls.of(Operators.TIMES, node(), other.node()));
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
  public IntExpr<S> mod(int value) {
    return new IntExpr<>(Calls.of(Operators.MOD, node(), Calls.literal(value)));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public IntExpr<S> mod(IntExpr<S> other) {
    return new IntExpr<>(Calls.of(Operators.MOD, node(), other.node()));
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
  public IntExpr<S> negate() {
    return new IntExpr<>(Calls.of(Operators.NEGATE, node()));
  }

  /** This number without its sign. */
  public IntExpr<S> abs() {
    return new IntExpr<>(Calls.of(Operators.ABS, node()));
  }

  /** The product of all whole numbers from 1 to this; NULL of what is not from 0 to 20. */
  public LongExpr<S> factorial() {
    return new LongExpr<>(Calls.of(Mathematics.FACTORIAL, this));
  }

  /** The date so many days after 1970-01-01. */
  public DateExpr<S> toDateOfEpochDay() {
    return new DateExpr<>(Calls.of(Clocks.OF_EPOCH_DAY, this));
  }
}
