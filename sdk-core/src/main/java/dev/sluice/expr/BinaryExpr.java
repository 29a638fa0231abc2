package dev.sluice.expr;

import dev.sluice.plan.ExprNode;

/**
 * Bytes.
 *
 * @param <S> the scope
 */
public final class BinaryExpr<S> extends ValueExpr<S, byte[]> {

  BinaryExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> BinaryExpr<S> of(Expr<S, byte[]> value) {
    return new BinaryExpr<>(value.node());
  }

  @Override
  <Z> BinaryExpr<Z> rebuild(ExprNode other) {
    return new BinaryExpr<>(other);
  }

  /** This value, or the given one where this is NULL. */
  public BinaryExpr<S> orElse(byte[] value) {
    return new BinaryExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public BinaryExpr<S> orElse(BinaryExpr<S> other) {
    return new BinaryExpr<>(coalesce(other.node()));
  }

  /** The number of bytes. */
  public IntExpr<S> size() {
    return new IntExpr<>(Calls.of(Texts.SIZE_IN_BYTES, this));
  }
}
