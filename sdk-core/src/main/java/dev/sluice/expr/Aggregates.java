package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions on groups of rows. */
public final class Aggregates {

  public static final Fn SUM = Fn.aggregate("sum").decimals(Decimals.TOTAL);
  public static final Fn AVG = Fn.aggregate("avg").decimals(Decimals.MEAN);
  public static final Fn MIN = Fn.aggregate("min").decimals(Decimals.SAME);
  public static final Fn MAX = Fn.aggregate("max").decimals(Decimals.SAME);

  /** Rows in which the argument is not NULL. */
  public static final Fn COUNT = Fn.aggregate("count").nulls(Nulls.NEVER);

  /** All rows: Spark's {@code count(1)}, without an argument. */
  public static final Fn COUNT_ROWS =
      Fn.aggregate("count_rows").nulls(Nulls.NEVER).shown("count");

  public static final Fn COUNT_DISTINCT = COUNT.ofDistinct().shown("count_distinct");
  public static final Fn COUNT_IF = Fn.aggregate("count_if").nulls(Nulls.NEVER);
  public static final Fn APPROX_COUNT_DISTINCT =
      Fn.aggregate("approx_count_distinct").nulls(Nulls.NEVER);
  public static final Fn STDDEV = Fn.aggregate("stddev").nulls(Nulls.ALWAYS);
  public static final Fn VARIANCE = Fn.aggregate("variance").nulls(Nulls.ALWAYS);
  public static final Fn ANY = Fn.aggregate("bool_or");
  public static final Fn EVERY = Fn.aggregate("bool_and");
  public static final Fn COLLECT_LIST =
      Fn.aggregate("collect_list").nulls(Nulls.NEVER).decimals(Decimals.SAME);
  public static final Fn COLLECT_SET =
      Fn.aggregate("collect_set").nulls(Nulls.NEVER).decimals(Decimals.SAME);

  private Aggregates() {}

  static ExprNode sum(ExprNode value) {
    return Calls.of(SUM, value);
  }

  static ExprNode avg(ExprNode value) {
    return Calls.of(AVG, value);
  }

  static ExprNode min(ExprNode value) {
    return Calls.of(MIN, value);
  }

  static ExprNode max(ExprNode value) {
    return Calls.of(MAX, value);
  }
}
