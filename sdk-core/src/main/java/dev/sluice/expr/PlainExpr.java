package dev.sluice.expr;

import dev.sluice.plan.ExprNode;

/**
 * A value whose Java type says nothing of its kind of expression: {@code StrExpr.of(…)} and its
 * like make one of it that has operators.
 */
final class PlainExpr<S, V> extends ValueExpr<S, V> {

  PlainExpr(ExprNode node) {
    super(node);
  }

  @Override
  <Z> PlainExpr<Z, V> rebuild(ExprNode other) {
    return new PlainExpr<>(other);
  }

  @Override
  public PlainExpr<S, V> where(RowsWhere<S> rows) {
    return new PlainExpr<>(Filtered.of(node(), rows.node()));
  }
}
