package dev.sluice.expr;

import dev.sluice.plan.ExprNode;

/**
 * A floating point number of 32 bits. Widen it with {@code toDouble()} to compute with it.
 *
 * @param <S> the scope
 */
public final class FloatExpr<S> extends PrimitiveNumExpr<S, Float> {

  FloatExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> FloatExpr<S> of(Expr<S, Float> value) {
    return new FloatExpr<>(value.node());
  }

  @Override
  <Z> FloatExpr<Z> rebuild(ExprNode other) {
    return new FloatExpr<>(other);
  }

  @Override
  public FloatExpr<S> where(RowsWhere<S> rows) {
    return new FloatExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public FloatExpr<S> orElse(float value) {
    return new FloatExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public FloatExpr<S> orElse(FloatExpr<S> other) {
    return new FloatExpr<>(coalesce(other.node()));
  }

  @Override
  ExprNode finite() {
    return Calls.of(Numbers.FINITE, this);
  }

  @Override
  ExprNode literal(long value) {
    return Calls.literal((float) value);
  }
}
