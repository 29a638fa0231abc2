package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.record.ColumnType;

/**
 * A whole number of 16 bits. Widen it with {@code toInt()} to compute with it.
 *
 * @param <S> the scope
 */
public final class ShortExpr<S> extends PrimitiveNumExpr<S, Short> {

  ShortExpr(ExprNode node) {
    super(node.giving(ColumnType.Scalar.SHORT));
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> ShortExpr<S> of(Expr<S, Short> value) {
    return new ShortExpr<>(value.node());
  }

  @Override
  <Z> ShortExpr<Z> rebuild(ExprNode other) {
    return new ShortExpr<>(other);
  }

  @Override
  public ShortExpr<S> where(RowsWhere<S> rows) {
    return new ShortExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public ShortExpr<S> orElse(short value) {
    return new ShortExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public ShortExpr<S> orElse(ShortExpr<S> other) {
    return new ShortExpr<>(coalesce(other.node()));
  }

  @Override
  ExprNode literal(long value) {
    return value == (short) value ? Calls.literal((short) value) : Calls.literal(value);
  }
}
