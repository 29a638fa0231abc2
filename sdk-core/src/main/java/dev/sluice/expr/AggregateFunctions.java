package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.util.Arrays;

/** Counts, distributions and collections over groups of rows. Part of {@code Dsl}. */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class AggregateFunctions extends WindowFunctions {

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

  private static <T> LongExpr<Group<T>> counting(ExprNode value) {
    return new LongExpr<>(Calls.of(Aggregates.COUNT, value));
  }

  private static <T> LongExpr<Group<T>> distinct(ExprNode... values) {
    return new LongExpr<>(Calls.of(Aggregates.COUNT_DISTINCT, (Object[]) values));
  }
}
