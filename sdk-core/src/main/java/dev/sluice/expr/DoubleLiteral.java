// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/**
 * A constant that stands first in a computation, as in {@code lit(1.0).minus(discount)}: its scope
 * is that of the other operand. As a column of its own write {@code value(…)}.
 */
public final class DoubleLiteral {

  private final double value;

  DoubleLiteral(double value) {
    this.value = value;
  }

  private <S> DoubleExpr<S> expr() {
    return new DoubleExpr<>(Calls.literal(value));
  }

  /** The sum. */
  public <S> DoubleExpr<S> plus(IntExpr<S> other) {
    return this.<S>expr().plus(other);
  }

  /** The sum. */
  public <S> DoubleExpr<S> plus(LongExpr<S> other) {
    return this.<S>expr().plus(other);
  }

  /** The sum. */
  public <S> DoubleExpr<S> plus(DoubleExpr<S> other) {
    return this.<S>expr().plus(other);
  }

  /** The difference. */
  public <S> DoubleExpr<S> minus(IntExpr<S> other) {
    return this.<S>expr().minus(other);
  }

  /** The difference. */
  public <S> DoubleExpr<S> minus(LongExpr<S> other) {
    return this.<S>expr().minus(other);
  }

  /** The difference. */
  public <S> DoubleExpr<S> minus(DoubleExpr<S> other) {
    return this.<S>expr().minus(other);
  }

  /** The product. */
  public <S> DoubleExpr<S> times(IntExpr<S> other) {
    return this.<S>expr().times(other);
  }

  /** The product. */
  public <S> DoubleExpr<S> times(LongExpr<S> other) {
    return this.<S>expr().times(other);
  }

  /** The product. */
  public <S> DoubleExpr<S> times(DoubleExpr<S> other) {
    return this.<S>expr().times(other);
  }

  /** The quotient as a {@code double}; a divisor of zero is an error when the row is computed. */
  public <S> DoubleExpr<S> dividedBy(NumExpr<S, ?> divisor) {
    return this.<S>expr().dividedBy(divisor);
  }
}
