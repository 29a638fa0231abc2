package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.util.Arrays;

/** Counts, distributions and collections over groups of rows. Part of {@code Dsl}. */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class AggregateFunctions extends PairFunctions {

  AggregateFunctions() {}

  /** The number of rows; never NULL. */
  public static <T> LongExpr<Group<T>> count() {
    return new LongExpr<>(Calls.of(Aggregates.COUNT_ROWS));
  }

  /**
   * The number of rows, where the compiler cannot know of which: {@code having(count(Line.class)
   * .gt(10))}. Never NULL.
   */
  public static <T> LongExpr<Group<T>> count(Class<T> rows) {
    return count();
  }

  /** The number of rows in which the column is not NULL; never NULL itself. */
  public static <T> LongExpr<Group<T>> count(Fields.Named<T> accessor) {
    return counting(FieldReader.field(accessor));
  }

  /** The number of rows in which the value is not NULL; never NULL itself. */
  public static <T> LongExpr<Group<T>> count(Expr<T, ?> value) {
    return counting(value.node());
  }

  /** The number of rows for which the condition is true; never NULL. */
  public static <T> LongExpr<Group<T>> countIf(BoolExpr<T> condition) {
    return new LongExpr<>(Calls.of(Aggregates.COUNT_IF, condition));
  }

  /** The number of distinct combinations without a NULL; never NULL itself. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <T> LongExpr<Group<T>> countDistinct(Fields.Named<T>... accessors) {
    return distinct(Arrays.stream(accessors).map(FieldReader::field).toArray(ExprNode[]::new));
  }

  /** The number of distinct values that are not NULL; never NULL itself. */
  public static <T> LongExpr<Group<T>> countDistinct(Expr<T, ?> value) {
    return distinct(value.node());
  }

  /**
   * About the number of distinct values that are not NULL (HyperLogLog++, 5 % relative deviation).
   */
  public static <T> LongExpr<Group<T>> approxCountDistinct(Fields.Named<T> accessor) {
    return new LongExpr<>(
        Calls.of(Aggregates.APPROX_COUNT_DISTINCT, FieldReader.field(accessor)));
  }

  /**
   * About the number of distinct values that are not NULL, with a relative deviation of this: {@code
   * approxCountDistinct(Order::customerId, 0.01)}. The smaller, the more is remembered.
   */
  public static <T> LongExpr<Group<T>> approxCountDistinct(
      Fields.Named<T> accessor, double deviation) {
    return new LongExpr<>(
        Calls.of(Aggregates.APPROX_COUNT_DISTINCT, FieldReader.field(accessor), deviation));
  }

  /** About the number of distinct values that are not NULL, with 5 % relative deviation. */
  public static <T> LongExpr<Group<T>> approxCountDistinct(Expr<T, ?> value) {
    return new LongExpr<>(Calls.of(Aggregates.APPROX_COUNT_DISTINCT, value));
  }

  /**
   * The value below which that share of the values lies, exactly, between two if need be: {@code
   * percentile(Order::total, 0.9)}; NULL if there are none.
   *
   * @param share from 0 to 1
   */
  public static <T> DoubleExpr<Group<T>> percentile(Fields.Numeric<T> accessor, double share) {
    return new DoubleExpr<>(
        Calls.of(Aggregates.PERCENTILE, FieldReader.field(accessor), share(share)));
  }

  /** The value below which that share of the values lies, exactly; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> percentile(NumExpr<T, ?> value, double share) {
    return new DoubleExpr<>(Calls.of(Aggregates.PERCENTILE, value, share(share)));
  }

  /**
   * About the value below which that share of the values lies, one of the values: {@code
   * approxPercentile(Order::total, 0.9)}; NULL if there are none. It remembers far less than {@code
   * percentile}. Where the operators of a kind are needed, wrap it: {@code DoubleExpr.of(…)}.
   *
   * @param share from 0 to 1
   */
  public static <T, V extends Number> ValueExpr<Group<T>, V> approxPercentile(
      Fields.Typed<T, V> accessor, double share) {
    return new PlainExpr<>(
        Calls.of(Aggregates.APPROX_PERCENTILE, FieldReader.field(accessor), share(share)));
  }

  /** About the value below which that share of the values lies; NULL if there are none. */
  public static <T, V extends Number> ValueExpr<Group<T>, V> approxPercentile(
      NumExpr<T, V> value, double share) {
    return new PlainExpr<>(Calls.of(Aggregates.APPROX_PERCENTILE, value, share(share)));
  }

  /**
   * The value in the row in which the other is smallest, of several such rows in any: {@code
   * minBy(Order::status, Order::date)}. Rows in which the other is NULL do not count. Where the
   * operators of a kind are needed, wrap it: {@code StrExpr.of(minBy(…))}.
   */
  public static <T, V> ValueExpr<Group<T>, V> minBy(
      Fields.Typed<T, V> accessor, Fields.Named<T> by) {
    return new PlainExpr<>(
        Calls.of(Aggregates.MIN_BY, FieldReader.field(accessor), FieldReader.field(by)));
  }

  /** The value in the row in which the other is smallest, of several such rows in any. */
  public static <T, V> ValueExpr<Group<T>, V> minBy(Expr<T, V> value, Sortable<T> by) {
    return new PlainExpr<>(Calls.of(Aggregates.MIN_BY, value, by.node()));
  }

  /**
   * The value in the row in which the other is largest, of several such rows in any: {@code
   * maxBy(Order::status, Order::date)}. Rows in which the other is NULL do not count. Where the
   * operators of a kind are needed, wrap it: {@code StrExpr.of(maxBy(…))}.
   */
  public static <T, V> ValueExpr<Group<T>, V> maxBy(
      Fields.Typed<T, V> accessor, Fields.Named<T> by) {
    return new PlainExpr<>(
        Calls.of(Aggregates.MAX_BY, FieldReader.field(accessor), FieldReader.field(by)));
  }

  /** The value in the row in which the other is largest, of several such rows in any. */
  public static <T, V> ValueExpr<Group<T>, V> maxBy(Expr<T, V> value, Sortable<T> by) {
    return new PlainExpr<>(Calls.of(Aggregates.MAX_BY, value, by.node()));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T, V> ValueExpr<T, V> over(
      AnalyticWindow<T> window, ValueExpr<Group<T>, V> aggregate) {
    return new PlainExpr<>(window.over(aggregate));
  }

  /** The texts that are not NULL in one, in no particular order; NULL if there are none. */
  public static <T> StrExpr<Group<T>> listAgg(StrExpr<T> value, String separator) {
    return new StrExpr<>(Calls.of(Aggregates.LIST_AGG, value, separator));
  }

  /** The texts that are not NULL in one, in no particular order; NULL if there are none. */
  public static <T> StrExpr<Group<T>> listAgg(Fields.Text<T> accessor, String separator) {
    return listAgg(col(accessor), separator);
  }

  /** Each text that is not NULL once, in no particular order; NULL if there are none. */
  public static <T> StrExpr<Group<T>> listAggDistinct(StrExpr<T> value, String separator) {
    return new StrExpr<>(Calls.of(Aggregates.LIST_AGG_DISTINCT, value, separator));
  }

  /** Each text that is not NULL once, in no particular order; NULL if there are none. */
  public static <T> StrExpr<Group<T>> listAggDistinct(
      Fields.Text<T> accessor, String separator) {
    return listAggDistinct(col(accessor), separator);
  }

  /** One sketch of what the sketches of {@code hllSketch} have seen; never NULL. */
  public static <T> BinaryExpr<Group<T>> hllUnion(BinaryExpr<T> sketch) {
    return new BinaryExpr<>(Calls.of(Aggregates.HLL_UNION, sketch));
  }

  /** Whether the condition is true in at least one row; NULL if it is NULL in all. */
  public static <T> BoolExpr<Group<T>> any(BoolExpr<T> condition) {
    return new BoolExpr<>(Calls.of(Aggregates.ANY, condition));
  }

  /**
   * Whether the condition is true in every row in which it is not NULL; NULL if it is NULL in all.
   */
  public static <T> BoolExpr<Group<T>> every(BoolExpr<T> condition) {
    return new BoolExpr<>(Calls.of(Aggregates.EVERY, condition));
  }

  /** All values that are not NULL, in no particular order; never NULL itself. */
  public static <T, V> ListExpr<Group<T>, V> collectList(Expr<T, V> value) {
    return new ListExpr<>(Calls.of(Aggregates.COLLECT_LIST, value));
  }

  /**
   * All distinct values that are not NULL, in no particular order; never NULL itself. Spark does
   * not compare maps, so it refuses them here, and Spark 4.1 keeps every NaN: {@code
   * collectSet(x).distinct()} has at most one.
   */
  public static <T, V> ListExpr<Group<T>, V> collectSet(Expr<T, V> value) {
    return new ListExpr<>(Calls.of(Aggregates.COLLECT_SET, value));
  }

  /** All values of the column that are not NULL, in no particular order; never NULL itself. */
  public static <T, V> ListExpr<Group<T>, V> collectList(Fields.Typed<T, V> accessor) {
    return new ListExpr<>(Calls.of(Aggregates.COLLECT_LIST, FieldReader.field(accessor)));
  }

  /** All distinct values of the column that are not NULL; as {@link #collectSet(Expr)}. */
  public static <T, V> ListExpr<Group<T>, V> collectSet(Fields.Typed<T, V> accessor) {
    return new ListExpr<>(Calls.of(Aggregates.COLLECT_SET, FieldReader.field(accessor)));
  }

  /** Keys of which totals are wanted, in {@code groupingSets}; none for the total of all. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <T> KeySet<T> keys(Fields.Named<T>... accessors) {
    return new KeySet<>(FieldReader.fields(accessors));
  }

  /** Keys that are computed, of which totals are wanted. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <T> KeySet<T> keys(Expr<T, ?> first, Expr<T, ?>... more) {
    return new KeySet<>(FieldReader.nodes(first, more));
  }

  private static double share(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share lies between 0 and 1, not at " + share);
    }
    return share;
  }

  private static <T> LongExpr<Group<T>> counting(ExprNode value) {
    return new LongExpr<>(Calls.of(Aggregates.COUNT, value));
  }

  private static <T> LongExpr<Group<T>> distinct(ExprNode... values) {
    return new LongExpr<>(Calls.of(Aggregates.COUNT_DISTINCT, (Object[]) values));
  }
}
