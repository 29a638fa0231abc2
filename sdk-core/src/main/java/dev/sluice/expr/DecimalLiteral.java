// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

import java.math.BigDecimal;

/**
 * A constant that stands first in a computation, as in {@code lit(1.0).minus(discount)}: its scope
 * is that of the other operand. As a column of its own write {@code value(…)}.
 */
public final class DecimalLiteral {

  private final BigDecimal value;

  DecimalLiteral(BigDecimal value) {
    this.value = value;
  }

  private <S> DecimalExpr<S> expr() {
    return new DecimalExpr<>(Calls.literal(value));
  }

  /** The sum. */
  public <S> DecimalExpr<S> plus(IntExpr<S> other) {
    return this.<S>expr().plus(other);
  }

  /** The sum. */
  public <S> DecimalExpr<S> plus(LongExpr<S> other) {
    return this.<S>expr().plus(other);
  }

  /** The sum. */
  public <S> DecimalExpr<S> plus(DecimalExpr<S> other) {
    return this.<S>expr().plus(other);
  }

  /** The difference. */
  public <S> DecimalExpr<S> minus(IntExpr<S> other) {
    return this.<S>expr().minus(other);
  }

  /** The difference. */
  public <S> DecimalExpr<S> minus(LongExpr<S> other) {
    return this.<S>expr().minus(other);
  }

  /** The difference. */
  public <S> DecimalExpr<S> minus(DecimalExpr<S> other) {
    return this.<S>expr().minus(other);
  }

  /** The product. */
  public <S> DecimalExpr<S> times(IntExpr<S> other) {
    return this.<S>expr().times(other);
  }

  /** The product. */
  public <S> DecimalExpr<S> times(LongExpr<S> other) {
    return this.<S>expr().times(other);
  }

  /** The product. */
  public <S> DecimalExpr<S> times(DecimalExpr<S> other) {
    return this.<S>expr().times(other);
  }

  /** The quotient; a divisor of zero is an error when the row is computed. */
  public <S> DecimalExpr<S> dividedBy(DecimalExpr<S> divisor) {
    return this.<S>expr().dividedBy(divisor);
  }
}
