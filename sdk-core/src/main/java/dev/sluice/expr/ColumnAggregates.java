// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;
import org.apache.spark.sql.functions;

/** For the library's own use: the aggregates that have an overload for each type of column. */
abstract class ColumnAggregates {

  public static final Fn SUM =
      Fn.aggregate("sum", Nulls.AGGREGATE, a -> functions.sum(a.get(0)))
          .decimals(Decimals.TOTAL);

  public static final Fn AVG =
      Fn.aggregate("avg", Nulls.AGGREGATE, a -> functions.avg(a.get(0)))
          .decimals(Decimals.MEAN);

  public static final Fn STDDEV =
      Fn.aggregate("stddev", Nulls.ALWAYS, a -> functions.stddev(a.get(0)))
          .decimals(Decimals.NONE);

  public static final Fn VARIANCE =
      Fn.aggregate("variance", Nulls.ALWAYS, a -> functions.variance(a.get(0)))
          .decimals(Decimals.NONE);

  public static final Fn MIN =
      Fn.aggregate("min", Nulls.AGGREGATE, a -> functions.min(a.get(0)))
          .decimals(Decimals.SAME);

  public static final Fn MAX =
      Fn.aggregate("max", Nulls.AGGREGATE, a -> functions.max(a.get(0)))
          .decimals(Decimals.SAME);

  ColumnAggregates() {}
}
