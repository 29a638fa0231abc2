package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;

/**
 * A value of Java type {@code V} computed from rows of scope {@code S}.
 *
 * <p>The scope is what keeps expressions where they belong: a stage of orders takes only
 * expressions over {@code Order}; aggregates have the scope {@link Group}, the stages of a join
 * {@link Joined2} and so on. Both parameters exist for the compiler alone: an expression is an immutable tree
 * that becomes a plain Spark column.
 *
 * <p>Unless a method says otherwise, the result is NULL if any argument is NULL, as in SQL.
 *
 * @param <S> the scope: a record, {@code Group<record>} or {@code Joined2<…>}
 * @param <V> the Java type of the value; boxed where the type is primitive
 */
public abstract class Expr<S, V> implements StageKey.Computed<S, V> {

  private final ExprNode node;

  Expr(ExprNode node) {
    this.node = node;
  }

  /** The expression as data, for readers of the plan. */
  @Internal
  public final ExprNode node() {
    return node;
  }

  /** The same kind of expression around another tree, in any scope. */
  abstract <Z> Expr<Z, V> rebuild(ExprNode other);

  /**
   * The same of the rows for which the condition is true, where this is computed of aggregates: {@code
   * sum(Line::amount).where(col(Line::country).eq("DE"))}, as FILTER in SQL. Without such rows it is
   * what the aggregates are of no rows, NULL for most and 0 for counts.
   */
  public abstract Expr<S, V> where(RowsWhere<S> rows);

  /** An expression of the very kind of {@code like}, over another tree. */
  @SuppressWarnings("unchecked") // rebuild keeps the class; the scope is a phantom of the caller's choice
  static <E extends Expr<?, ?>> E like(E like, ExprNode node) {
    return (E) like.rebuild(node);
  }

  /** Whether the value is NULL; never NULL itself. */
  public final BoolExpr<S> isNull() {
    return new BoolExpr<>(Calls.of(Operators.IS_NULL, node));
  }

  /** Whether the value is not NULL; never NULL itself. */
  public final BoolExpr<S> isNotNull() {
    return new BoolExpr<>(Calls.of(Operators.IS_NOT_NULL, node));
  }

  final ExprNode coalesce(ExprNode other) {
    return Calls.of(Operators.COALESCE, node, other);
  }

  /** A short text of the expression, for messages: {@code quantity * price}. */
  @Override
  public final String toString() {
    return dev.sluice.plan.ExprText.of(node);
  }
}
