package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;

/**
 * A number of one of Java's primitive types. Divided by another number it gives a {@code double},
 * also where both are whole, as in SQL.
 *
 * @param <S> the scope
 * @param <V> the Java type of the value
 */
public abstract class PrimitiveNumExpr<S, V extends Number> extends NumExpr<S, V> {

  PrimitiveNumExpr(ExprNode node) {
    super(node);
  }

  /** The quotient as a {@code double}; a divisor of zero is an error when the row is computed. */
  public final DoubleExpr<S> dividedBy(double divisor) {
    return new DoubleExpr<>(Calls.of(Operators.DIVIDE, node(), Calls.literal(divisor)));
  }

  /** The quotient as a {@code double}; a divisor of zero is an error when the row is computed. */
  public final DoubleExpr<S> dividedBy(NumExpr<S, ?> divisor) {
    return new DoubleExpr<>(Calls.of(Operators.DIVIDE, node(), binary(divisor)));
  }

  /** The quotient as a {@code double}, NULL where the divisor is zero. */
  public final DoubleExpr<S> tryDividedBy(NumExpr<S, ?> divisor) {
    return new DoubleExpr<>(Calls.of(Operators.TRY_DIVIDE, node(), binary(divisor)));
  }

  /** By a decimal Spark would divide as decimals. */
  private static ExprNode binary(NumExpr<?, ?> divisor) {
    return divisor instanceof DecimalExpr ? divisor.toDouble().node() : divisor.node();
  }
}
