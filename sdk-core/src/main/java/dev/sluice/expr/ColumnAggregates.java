// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: the aggregates that have an overload for each type of column. */
abstract class ColumnAggregates {

  public static final Fn SUM =
      Fn.aggregate("sum").nulls(Nulls.AGGREGATE).decimals(Decimals.TOTAL);

  public static final Fn AVG =
      Fn.aggregate("avg").nulls(Nulls.AGGREGATE).decimals(Decimals.MEAN);

  public static final Fn STDDEV =
      Fn.aggregate("stddev").nulls(Nulls.ALWAYS).decimals(Decimals.NONE);

  public static final Fn VARIANCE =
      Fn.aggregate("variance").nulls(Nulls.ALWAYS).decimals(Decimals.NONE);

  public static final Fn MIN =
      Fn.aggregate("min").nulls(Nulls.AGGREGATE).decimals(Decimals.SAME);

  public static final Fn MAX =
      Fn.aggregate("max").nulls(Nulls.AGGREGATE).decimals(Decimals.SAME);

  ColumnAggregates() {}
}
