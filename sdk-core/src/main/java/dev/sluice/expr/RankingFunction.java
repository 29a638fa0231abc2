package dev.sluice.expr;

import dev.sluice.plan.ExprNode;

/**
 * A function that only an ordered analytic window can compute, such as {@code rowNumber()} and
 * {@code lag(…)}. It is no expression by itself, so it cannot be used as a column or in an
 * aggregation; {@code over} makes it one.
 *
 * @param <T> the rows
 * @param <E> the expression that it becomes
 */
public final class RankingFunction<T, E extends Expr<T, ?>> {

  private final E function;

  RankingFunction(E function) {
    this.function = function;
  }

  /**
   * The same without rows whose value is NULL: {@code lag(Reading::value).ignoringNulls()} is the value
   * before that is known. For what takes a value of another row; with a value for where there is none
   * use {@code orElse} behind it.
   *
   * @throws IllegalArgumentException of a function that takes no value, such as {@code rank()}
   */
  public RankingFunction<T, E> ignoringNulls() {
    if (function.node() instanceof ExprNode.Call call
        && Windows.IGNORING_NULLS.containsKey(call.fn())) {
      return new RankingFunction<>(
          Expr.like(
              function,
              new ExprNode.Call(
                  Windows.IGNORING_NULLS.get(call.fn()), call.arguments(), call.site())));
    }
    throw new IllegalArgumentException(
        "%s takes no value of another row, so there is no NULL to ignore".formatted(function));
  }

  E over(AnalyticWindow<T> window) {
    return Expr.like(function, window.over(function));
  }
}
