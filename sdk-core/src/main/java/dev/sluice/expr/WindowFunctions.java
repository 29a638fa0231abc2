package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Frame;
import dev.sluice.plan.Fn;
import java.util.Arrays;
import java.util.List;

/** Analytic windows and what can be computed over them. Part of {@code Dsl}. */
public abstract class WindowFunctions extends OrderFunctions {

  WindowFunctions() {}

  /** A window of all rows with the same values of these columns; of all rows, if none is given. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <T> AnalyticWindow<T> partitionBy(Fields.Named<T>... accessors) {
    List<ExprNode> keys = Arrays.stream(accessors).map(FieldReader::field).toList();
    return new AnalyticWindow<>(keys, List.of(), Frame.DEFAULT);
  }

  /** A window of all rows with the same values, computed of each row. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <T> AnalyticWindow<T> partitionBy(Expr<T, ?> first, Expr<T, ?>... more) {
    return new AnalyticWindow<>(FieldReader.nodes(first, more), List.of(), Frame.DEFAULT);
  }

  /** A window of all rows in this order: {@code over(orderBy(desc(Order::total)), rank())}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <T> AnalyticWindow<T> orderBy(SortOrder<T>... orders) {
    return new AnalyticWindow<T>(List.of(), List.of(), Frame.DEFAULT).orderBy(orders);
  }

  /** The function over the window, for every row. */
  public static <T, E extends Expr<T, ?>> E over(
      AnalyticWindow<T> window, RankingFunction<T, E> function) {
    return function.over(window);
  }

  /** The position of the row in its window, from 1, without ties. */
  public static <T> RankingFunction<T, IntExpr<T>> rowNumber() {
    return ranking(Windows.ROW_NUMBER);
  }

  /** The position of the row in its window, from 1; equals share a rank, and a gap follows them. */
  public static <T> RankingFunction<T, IntExpr<T>> rank() {
    return ranking(Windows.RANK);
  }

  /**
   * The position of the row in its window, from 1; equals share a rank, and no gap follows them.
   */
  public static <T> RankingFunction<T, IntExpr<T>> denseRank() {
    return ranking(Windows.DENSE_RANK);
  }

  /** Which of {@code n} equal parts of its window the row is in, from 1. */
  public static <T> RankingFunction<T, IntExpr<T>> ntile(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("ntile needs at least 1 bucket, not " + n);
    }
    return ranking(Windows.NTILE, n);
  }

  /** The relative rank of the row in its window, from 0 to 1. */
  public static <T> RankingFunction<T, DoubleExpr<T>> percentRank() {
    return new RankingFunction<>(new DoubleExpr<>(Calls.of(Windows.PERCENT_RANK)));
  }

  /** The share of rows of the window that come before this one or are its equals, up to 1. */
  public static <T> RankingFunction<T, DoubleExpr<T>> cumeDist() {
    return new RankingFunction<>(new DoubleExpr<>(Calls.of(Windows.CUME_DIST)));
  }

  /** The value {@code rows} rows before, in the window's order; the other where there is no such row. */
  public static <T, V, E extends Expr<T, V>> RankingFunction<T, E> lag(
      E value, int rows, V otherwise) {
    return shifted(Windows.LAG_OR, value, rows, Calls.literal(otherwise));
  }

  /** The value {@code rows} rows after, in the window's order; the other where there is no such row. */
  public static <T, V, E extends Expr<T, V>> RankingFunction<T, E> lead(
      E value, int rows, V otherwise) {
    return shifted(Windows.LEAD_OR, value, rows, Calls.literal(otherwise));
  }

  /**
   * The value in the {@code n}th row of the window's frame, from 1; NULL as long as it has fewer.
   *
   * @throws IllegalArgumentException if {@code n} is less than 1
   */
  public static <T, E extends Expr<T, ?>> RankingFunction<T, E> nthValue(E value, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("nthValue counts rows from 1, not " + n);
    }
    return shifted(Windows.NTH_VALUE, value, n);
  }

  private static <T> RankingFunction<T, IntExpr<T>> ranking(Fn fn, Object... constants) {
    return new RankingFunction<>(new IntExpr<>(Calls.of(fn, constants)));
  }

  static <T, E extends Expr<T, ?>> RankingFunction<T, E> shifted(
      Fn fn, E value, Object... constants) {
    return new RankingFunction<>(
        Expr.like(value, Calls.of(fn, Calls.arguments(value, constants))));
  }
}
