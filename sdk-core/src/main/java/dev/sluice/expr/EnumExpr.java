package dev.sluice.expr;

import dev.sluice.plan.ExprNode;

/**
 * A constant of an enum, stored as its name.
 *
 * @param <S> the scope
 * @param <E> the enum
 */
public final class EnumExpr<S, E extends Enum<E>> extends ValueExpr<S, E> {

  EnumExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S, E extends Enum<E>> EnumExpr<S, E> of(Expr<S, E> value) {
    return new EnumExpr<>(value.node());
  }

  @Override
  <Z> EnumExpr<Z, E> rebuild(ExprNode other) {
    return new EnumExpr<>(other);
  }

  @Override
  public EnumExpr<S, E> where(RowsWhere<S> rows) {
    return new EnumExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public EnumExpr<S, E> orElse(E value) {
    return new EnumExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public EnumExpr<S, E> orElse(EnumExpr<S, E> other) {
    return new EnumExpr<>(coalesce(other.node()));
  }

  /** The constant's name. */
  public StrExpr<S> name() {
    return new StrExpr<>(node());
  }
}
