package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;
import java.util.List;
import java.util.stream.Stream;

/**
 * A {@link Case} of numbers that hold every {@code int}, which may so be written without a cast.
 *
 * <pre>{@code
 * when(col(Order::paid)).then(col(Order::total)).otherwise(0)
 * }</pre>
 *
 * @param <S> the scope
 * @param <V> the Java type of the values: {@code Long}, {@code Double} or {@code BigDecimal}
 * @param <E> the kind of expression of the values
 */
public final class NumberCase<S, V extends Number, E extends NumExpr<S, V>> {

  private final E like;
  private final List<ExprNode> branches;

  private NumberCase(E like, List<ExprNode> branches) {
    this.like = like;
    this.branches = branches;
  }

  static <S, V extends Number, E extends NumExpr<S, V>> NumberCase<S, V, E> first(
      BoolExpr<S> condition, E value) {
    return new NumberCase<>(value, List.of(condition.node(), value.node()));
  }

  /** One more condition, looked at where none before is true. */
  public Next when(BoolExpr<S> condition) {
    return new Next(condition);
  }

  /** The value where no condition is true. */
  public E otherwise(int value) {
    return build(like.literal((long) value));
  }

  /** The value where no condition is true. */
  public E otherwise(V value) {
    return build(Calls.literal(value));
  }

  /** The value where no condition is true. */
  public E otherwise(E value) {
    return build(value.node());
  }

  /** NULL where no condition is true. */
  public E orNull() {
    return build();
  }

  private E build(ExprNode... rest) {
    return Expr.like(
        like,
        Calls.of(Operators.CASE, Stream.concat(branches.stream(), Stream.of(rest)).toArray()));
  }

  /** The step after a further {@code when}. */
  public final class Next {
    private final BoolExpr<S> condition;

    private Next(BoolExpr<S> condition) {
      this.condition = condition;
    }

    /** The value where this condition is true. */
    public NumberCase<S, V, E> then(int value) {
      return branch(like.literal((long) value));
    }

    /** The value where this condition is true. */
    public NumberCase<S, V, E> then(V value) {
      return branch(Calls.literal(value));
    }

    /** The value where this condition is true. */
    public NumberCase<S, V, E> then(E value) {
      return branch(value.node());
    }

    private NumberCase<S, V, E> branch(ExprNode value) {
      return new NumberCase<>(
          like, Stream.concat(branches.stream(), Stream.of(condition.node(), value)).toList());
    }
  }
}
