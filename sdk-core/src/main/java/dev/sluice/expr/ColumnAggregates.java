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

  public static final Fn STDDEV_POP =
      Fn.aggregate("stddev_pop").nulls(Nulls.AGGREGATE).decimals(Decimals.NONE);

  public static final Fn VARIANCE_POP =
      Fn.aggregate("var_pop").nulls(Nulls.AGGREGATE).decimals(Decimals.NONE);

  public static final Fn SKEWNESS =
      Fn.aggregate("skewness").nulls(Nulls.ALWAYS).decimals(Decimals.NONE);

  public static final Fn KURTOSIS =
      Fn.aggregate("kurtosis").nulls(Nulls.ALWAYS).decimals(Decimals.NONE);

  public static final Fn MEDIAN =
      Fn.aggregate("median").nulls(Nulls.AGGREGATE).decimals(Decimals.NONE);

  public static final Fn PRODUCT =
      Fn.aggregate("product").nulls(Nulls.AGGREGATE).decimals(Decimals.NONE);

  public static final Fn SUM_DISTINCT =
      Fn.aggregate("sum").nulls(Nulls.AGGREGATE).decimals(Decimals.TOTAL)
          .ofDistinct().shown("sum_distinct");

  public static final Fn BIT_AND =
      Fn.aggregate("bit_and").nulls(Nulls.AGGREGATE).decimals(Decimals.NONE);

  public static final Fn BIT_OR =
      Fn.aggregate("bit_or").nulls(Nulls.AGGREGATE).decimals(Decimals.NONE);

  public static final Fn BIT_XOR =
      Fn.aggregate("bit_xor").nulls(Nulls.AGGREGATE).decimals(Decimals.NONE);

  public static final Fn MIN =
      Fn.aggregate("min").nulls(Nulls.AGGREGATE).decimals(Decimals.SAME);

  public static final Fn MAX =
      Fn.aggregate("max").nulls(Nulls.AGGREGATE).decimals(Decimals.SAME);

  public static final Fn MODE =
      Fn.aggregate("mode").nulls(Nulls.AGGREGATE).decimals(Decimals.SAME);

  public static final Fn ANY_VALUE =
      Fn.aggregate("any_value").nulls(Nulls.AGGREGATE).decimals(Decimals.SAME)
          .nonDeterministic();

  public static final Fn FIRST =
      Fn.aggregate("first").nulls(Nulls.AGGREGATE).decimals(Decimals.SAME)
          .nonDeterministic();

  public static final Fn FIRST_NOT_NULL =
      Fn.aggregate("first").nulls(Nulls.AGGREGATE).decimals(Decimals.SAME)
          .nonDeterministic().shown("firstNotNull");

  public static final Fn LAST =
      Fn.aggregate("last").nulls(Nulls.AGGREGATE).decimals(Decimals.SAME)
          .nonDeterministic();

  public static final Fn LAST_NOT_NULL =
      Fn.aggregate("last").nulls(Nulls.AGGREGATE).decimals(Decimals.SAME)
          .nonDeterministic().shown("lastNotNull");

  public static final Fn HLL_SKETCH =
      Fn.aggregate("hll_sketch_agg").nulls(Nulls.NEVER).decimals(Decimals.NONE);

  ColumnAggregates() {}
}
