package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;
import java.io.Serializable;

/**
 * A nested record, whose own columns are reached with {@code col}. Two records are equal if all
 * their columns are; Spark refuses to compare records that contain a map.
 *
 * @param <S> the scope
 * @param <R> the record
 */
public final class RecordExpr<S, R extends Record> extends ValueExpr<S, R>
    implements Columns<S, R> {

  RecordExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S, R extends Record> RecordExpr<S, R> of(Expr<S, R> value) {
    return new RecordExpr<>(value.node());
  }

  @Override
  <Z> RecordExpr<Z, R> rebuild(ExprNode other) {
    return new RecordExpr<>(other);
  }

  /** This value, or the given one where this is NULL. */
  public RecordExpr<S, R> orElse(R value) {
    return new RecordExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public RecordExpr<S, R> orElse(RecordExpr<S, R> other) {
    return new RecordExpr<>(coalesce(other.node()));
  }

  @Override
  @Internal
  public ExprNode node(Serializable accessor) {
    return FieldReader.nested(node(), accessor);
  }
}
