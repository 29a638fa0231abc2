package dev.sluice.expr;

import dev.sluice.plan.Operators;

/**
 * An expression whose values can be compared for equality.
 *
 * @param <S> the scope
 * @param <V> the Java type of the value
 */
public abstract class ValueExpr<S, V> extends Expr<S, V> {

  ValueExpr(dev.sluice.plan.ExprNode node) {
    super(node);
  }

  /** Whether this equals the value. */
  public final BoolExpr<S> eq(V value) {
    return new BoolExpr<>(Calls.of(Operators.EQ, node(), Calls.literal(value)));
  }

  /** Whether both are equal. */
  public final BoolExpr<S> eq(Expr<S, V> other) {
    return new BoolExpr<>(Calls.of(Operators.EQ, node(), other.node()));
  }

  /** Whether this differs from the value. */
  public final BoolExpr<S> ne(V value) {
    return new BoolExpr<>(Calls.of(Operators.NE, node(), Calls.literal(value)));
  }

  /** Whether the two differ. */
  public final BoolExpr<S> ne(Expr<S, V> other) {
    return new BoolExpr<>(Calls.of(Operators.NE, node(), other.node()));
  }

  /** Whether both are equal or both NULL; never NULL itself. */
  public final BoolExpr<S> eqNullSafe(Expr<S, V> other) {
    return new BoolExpr<>(Calls.of(Operators.SAME, node(), other.node()));
  }

  /**
   * Whether this is one of the values.
   *
   * @throws IllegalArgumentException if no value is given
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final BoolExpr<S> in(V... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("in() needs at least one value");
    }
    return new BoolExpr<>(Calls.of(Operators.IN, Calls.arguments(this, values)));
  }

  @Override
  public abstract ValueExpr<S, V> where(RowsWhere<S> rows);
}
