package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;

/**
 * A floating point number of 64 bits.
 *
 * @param <S> the scope
 */
public final class DoubleExpr<S> extends PrimitiveNumExpr<S, Double> {

  DoubleExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> DoubleExpr<S> of(Expr<S, Double> value) {
    return new DoubleExpr<>(value.node());
  }

  @Override
  <Z> DoubleExpr<Z> rebuild(ExprNode other) {
    return new DoubleExpr<>(other);
  }

  @Override
  public DoubleExpr<S> where(RowsWhere<S> rows) {
    return new DoubleExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public DoubleExpr<S> orElse(double value) {
    return new DoubleExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public DoubleExpr<S> orElse(DoubleExpr<S> other) {
    return new DoubleExpr<>(coalesce(other.node()));
  }

  @Override
  ExprNode finite() {
    return Calls.of(Numbers.FINITE, this);
  }

  @Override
  ExprNode literal(long value) {
    return Calls.literal((double) value);
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
  public DoubleExpr<S> plus(IntExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.PLUS, node(), other.node()));
  }

  /** The sum. */
  public DoubleExpr<S> plus(LongExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.PLUS, node(), other.node()));
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
  public DoubleExpr<S> minus(IntExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.MINUS, node(), other.node()));
  }

  /** The difference. */
  public DoubleExpr<S> minus(LongExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.MINUS, node(), other.node()));
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
  public DoubleExpr<S> times(IntExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.TIMES, node(), other.node()));
  }

  /** The product. */
  public DoubleExpr<S> times(LongExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.TIMES, node(), other.node()));
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
  public DoubleExpr<S> mod(IntExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.MOD, node(), other.node()));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public DoubleExpr<S> mod(LongExpr<S> other) {
    return new DoubleExpr<>(Calls.of(Operators.MOD, node(), other.node()));
  }

  /** This number with the opposite sign. */
  public DoubleExpr<S> negate() {
    return new DoubleExpr<>(Calls.of(Operators.NEGATE, node()));
  }

  /** This number without its sign. */
  public DoubleExpr<S> abs() {
    return new DoubleExpr<>(Calls.of(Operators.ABS, node()));
  }

  /** This number rounded half up to that many decimal places. */
  public DoubleExpr<S> round(int places) {
    return new DoubleExpr<>(Calls.of(Numbers.ROUND, this, places));
  }

  /** Whether this is NaN; false for NULL. */
  public BoolExpr<S> isNaN() {
    return new BoolExpr<>(Calls.of(Numbers.IS_NAN, this));
  }

  /** This number rounded to that many decimal places, to the even digit of two that are as near. */
  public DoubleExpr<S> roundHalfEven(int places) {
    return new DoubleExpr<>(Calls.of(Mathematics.ROUND_HALF_EVEN, this, places));
  }

  /** This number, or the given one where this is NaN. */
  public DoubleExpr<S> nanvl(double value) {
    return new DoubleExpr<>(Calls.of(Mathematics.NANVL, this, value));
  }

  /** The remainder that is not negative for a divisor that is not; a divisor of 0 is an error. */
  public DoubleExpr<S> pmod(DoubleExpr<S> divisor) {
    return new DoubleExpr<>(Calls.of(Mathematics.PMOD, this, divisor));
  }

  /** The remainder, with the sign of this; NULL for a divisor of zero. */
  public DoubleExpr<S> tryMod(DoubleExpr<S> divisor) {
    return new DoubleExpr<>(Calls.of(Mathematics.TRY_MOD, this, divisor));
  }
}
