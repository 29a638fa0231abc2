package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;
import java.util.List;
import java.util.stream.Stream;

/**
 * A conditional value with at least one branch. The first condition that is true decides; NULL
 * counts as not true.
 *
 * <pre>{@code
 * when(col(C::spent).ge(10_000)).then("VIP").when(col(C::spent).ge(5_000)).then("Gold").otherwise("Bronze")
 * }</pre>
 *
 * @param <S> the scope
 * @param <V> the Java type of the values
 * @param <E> the kind of expression of the values
 */
public final class Case<S, V, E extends Expr<S, V>> {

  private final E like;
  private final List<ExprNode> branches;

  private Case(E like, List<ExprNode> branches) {
    this.like = like;
    this.branches = branches;
  }

  static <S, V, E extends Expr<S, V>> Case<S, V, E> first(BoolExpr<S> condition, E value) {
    return new Case<>(value, List.of(condition.node(), value.node()));
  }

  /** One more condition, looked at where none before is true. */
  public Next when(BoolExpr<S> condition) {
    return new Next(condition);
  }

  /** The value where no condition is true. */
  public E otherwise(V value) {
    return rest(Calls.literal(value));
  }

  /** The value where no condition is true. */
  public E otherwise(E value) {
    return rest(value.node());
  }

  /** NULL where no condition is true. */
  public E orNull() {
    return build(branches);
  }

  private E rest(ExprNode value) {
    return build(Stream.concat(branches.stream(), Stream.of(value)).toList());
  }

  private E build(List<ExprNode> parts) {
    return Expr.like(like, Calls.of(Operators.CASE, parts.toArray()));
  }

  /** The step after a further {@code when}. */
  public final class Next {
    private final BoolExpr<S> condition;

    private Next(BoolExpr<S> condition) {
      this.condition = condition;
    }

    /** The value where this condition is true. */
    public Case<S, V, E> then(V value) {
      return branch(Calls.literal(value));
    }

    /** The value where this condition is true. */
    public Case<S, V, E> then(E value) {
      return branch(value.node());
    }

    private Case<S, V, E> branch(ExprNode value) {
      return new Case<>(
          like, Stream.concat(branches.stream(), Stream.of(condition.node(), value)).toList());
    }
  }
}
