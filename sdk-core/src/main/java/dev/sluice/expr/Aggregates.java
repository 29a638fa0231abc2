package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Gives;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions on groups of rows. */
public final class Aggregates extends ColumnAggregates {

  /** Rows in which the argument is not NULL. */
  public static final Fn COUNT = Fn.aggregate("count").nulls(Nulls.NEVER);

  /** All rows: Spark's {@code count(1)}, without an argument. */
  public static final Fn COUNT_ROWS =
      Fn.aggregate("count_rows").nulls(Nulls.NEVER).shown("count");

  public static final Fn COUNT_DISTINCT = COUNT.ofDistinct().shown("count_distinct");
  public static final Fn COUNT_IF = Fn.aggregate("count_if").nulls(Nulls.NEVER);
  public static final Fn APPROX_COUNT_DISTINCT =
      Fn.aggregate("approx_count_distinct").nulls(Nulls.NEVER);
  public static final Fn ANY = Fn.aggregate("bool_or");
  public static final Fn EVERY = Fn.aggregate("bool_and");
  public static final Fn COLLECT_LIST =
      Fn.aggregate("collect_list")
          .nulls(Nulls.NEVER)
          .decimals(Decimals.SAME)
          .gives(Gives.LIST_OF_FIRST);
  public static final Fn COLLECT_SET =
      Fn.aggregate("collect_set")
          .nulls(Nulls.NEVER)
          .decimals(Decimals.SAME)
          .gives(Gives.LIST_OF_FIRST);

  private Aggregates() {}
}
