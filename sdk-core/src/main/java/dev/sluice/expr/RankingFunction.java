package dev.sluice.expr;

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

  E over(AnalyticWindow<T> window) {
    return Expr.like(function, window.over(function));
  }
}
