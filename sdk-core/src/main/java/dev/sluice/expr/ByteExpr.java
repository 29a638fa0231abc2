package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.record.ColumnType;

/**
 * A whole number of 8 bits. Widen it with {@code toInt()} to compute with it.
 *
 * @param <S> the scope
 */
public final class ByteExpr<S> extends PrimitiveNumExpr<S, Byte> {

  ByteExpr(ExprNode node) {
    super(node.giving(ColumnType.Scalar.BYTE));
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> ByteExpr<S> of(Expr<S, Byte> value) {
    return new ByteExpr<>(value.node());
  }

  @Override
  <Z> ByteExpr<Z> rebuild(ExprNode other) {
    return new ByteExpr<>(other);
  }

  @Override
  public ByteExpr<S> where(RowsWhere<S> rows) {
    return new ByteExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public ByteExpr<S> orElse(byte value) {
    return new ByteExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public ByteExpr<S> orElse(ByteExpr<S> other) {
    return new ByteExpr<>(coalesce(other.node()));
  }

  @Override
  ExprNode literal(long value) {
    return value == (byte) value ? Calls.literal((byte) value) : Calls.literal(value);
  }
}
