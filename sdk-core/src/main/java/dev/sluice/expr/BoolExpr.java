package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;

/**
 * A truth value, which as everywhere in SQL may also be NULL (unknown).
 *
 * @param <S> the scope
 */
public final class BoolExpr<S> extends ValueExpr<S, Boolean>
    implements Sortable<S>, RowsWhere<Group<S>> {

  BoolExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> BoolExpr<S> of(Expr<S, Boolean> value) {
    return new BoolExpr<>(value.node());
  }

  @Override
  <Z> BoolExpr<Z> rebuild(ExprNode other) {
    return new BoolExpr<>(other);
  }

  @Override
  public BoolExpr<S> where(RowsWhere<S> rows) {
    return new BoolExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public BoolExpr<S> orElse(boolean value) {
    return new BoolExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public BoolExpr<S> orElse(BoolExpr<S> other) {
    return new BoolExpr<>(coalesce(other.node()));
  }

  /** Whether both are true; with a NULL, false if the other is false, else NULL. */
  public BoolExpr<S> and(BoolExpr<S> other) {
    return new BoolExpr<>(Calls.of(Operators.AND, node(), other.node()));
  }

  /** Whether at least one is true; with a NULL, true if the other is true, else NULL. */
  public BoolExpr<S> or(BoolExpr<S> other) {
    return new BoolExpr<>(Calls.of(Operators.OR, node(), other.node()));
  }

  /** The opposite. */
  public BoolExpr<S> not() {
    return new BoolExpr<>(Calls.of(Operators.NOT, node()));
  }
}
