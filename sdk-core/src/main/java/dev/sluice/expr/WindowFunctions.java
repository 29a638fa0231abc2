package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Frame;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.functions;

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

  /** The function over the window, for every row. */
  public static <T, E extends Expr<T, ?>> E over(
      AnalyticWindow<T> window, RankingFunction<T, E> function) {
    return function.over(window);
  }

  /** The position of the row in its window, from 1, without ties. */
  public static <T> RankingFunction<T, IntExpr<T>> rowNumber() {
    return ranking("row_number", a -> functions.row_number());
  }

  /** The position of the row in its window, from 1; equals share a rank, and a gap follows them. */
  public static <T> RankingFunction<T, IntExpr<T>> rank() {
    return ranking("rank", a -> functions.rank());
  }

  /**
   * The position of the row in its window, from 1; equals share a rank, and no gap follows them.
   */
  public static <T> RankingFunction<T, IntExpr<T>> denseRank() {
    return ranking("dense_rank", a -> functions.dense_rank());
  }

  /** Which of {@code n} equal parts of its window the row is in, from 1. */
  public static <T> RankingFunction<T, IntExpr<T>> ntile(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("ntile needs at least 1 bucket, not " + n);
    }
    return ranking("ntile", a -> functions.ntile(n));
  }

  /** The relative rank of the row in its window, from 0 to 1. */
  public static <T> RankingFunction<T, DoubleExpr<T>> percentRank() {
    return new RankingFunction<>(
        new DoubleExpr<>(
            Calls.of(Fn.ranking("percent_rank", Nulls.NEVER, a -> functions.percent_rank()))));
  }

  /** The value in the row before, in the window's order; NULL in the first row. */
  public static <T, E extends Expr<T, ?>> RankingFunction<T, E> lag(E value) {
    return lag(value, 1);
  }

  /** The value {@code rows} rows before, in the window's order; NULL where there is none. */
  public static <T, E extends Expr<T, ?>> RankingFunction<T, E> lag(E value, int rows) {
    return shifted("lag", a -> functions.lag(a.get(0), rows), value);
  }

  /** The value in the row after, in the window's order; NULL in the last row. */
  public static <T, E extends Expr<T, ?>> RankingFunction<T, E> lead(E value) {
    return lead(value, 1);
  }

  /** The value {@code rows} rows after, in the window's order; NULL where there is none. */
  public static <T, E extends Expr<T, ?>> RankingFunction<T, E> lead(E value, int rows) {
    return shifted("lead", a -> functions.lead(a.get(0), rows), value);
  }

  /** The value in the first row of the window's frame. */
  public static <T, E extends Expr<T, ?>> RankingFunction<T, E> firstValue(E value) {
    return shifted("first_value", a -> functions.first_value(a.get(0)), value);
  }

  /** The value in the last row of the window's frame. */
  public static <T, E extends Expr<T, ?>> RankingFunction<T, E> lastValue(E value) {
    return shifted("last_value", a -> functions.last_value(a.get(0)), value);
  }

  private static <T> RankingFunction<T, IntExpr<T>> ranking(String name, Fn.Builder builder) {
    return new RankingFunction<>(new IntExpr<>(Calls.of(Fn.ranking(name, Nulls.NEVER, builder))));
  }

  private static <T, E extends Expr<T, ?>> RankingFunction<T, E> shifted(
      String name, Fn.Builder builder, E value) {
    Fn fn = Fn.ranking(name, Nulls.ALWAYS, builder).decimals(Decimals.SAME);
    ExprNode call = Calls.of(fn, value.node());
    return new RankingFunction<>(Expr.like(value, call));
  }
}
