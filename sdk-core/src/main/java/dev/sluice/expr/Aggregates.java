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

  /** A value and the share of values below it, or a list of shares. */
  public static final Fn PERCENTILE = Fn.aggregate("percentile");

  /** The same, and how exactly. */
  public static final Fn APPROX_PERCENTILE =
      Fn.aggregate("percentile_approx").decimals(Decimals.SAME);

  /** A value, and what it is chosen by. */
  public static final Fn MIN_BY = Fn.aggregate("min_by").decimals(Decimals.SAME);

  /** A value, and what it is chosen by. */
  public static final Fn MAX_BY = Fn.aggregate("max_by").decimals(Decimals.SAME);

  /** Texts, and what stands between them. */
  public static final Fn LIST_AGG = Fn.aggregate("listagg").nonDeterministic();

  /** The same of each text once. */
  public static final Fn LIST_AGG_DISTINCT =
      Fn.aggregate("listagg").ofDistinct().shown("listagg_distinct").nonDeterministic();

  public static final Fn HLL_UNION = Fn.aggregate("hll_union_agg").nulls(Nulls.NEVER);
  public static final Fn REGR_COUNT = Fn.aggregate("regr_count").nulls(Nulls.NEVER);
  public static final Fn CORR = Fn.aggregate("corr").nulls(Nulls.ALWAYS);
  public static final Fn COVAR_POP = Fn.aggregate("covar_pop").nulls(Nulls.ALWAYS);
  public static final Fn COVAR_SAMP = Fn.aggregate("covar_samp").nulls(Nulls.ALWAYS);
  public static final Fn REGR_AVG_X = Fn.aggregate("regr_avgx").nulls(Nulls.ALWAYS);
  public static final Fn REGR_AVG_Y = Fn.aggregate("regr_avgy").nulls(Nulls.ALWAYS);
  public static final Fn REGR_INTERCEPT = Fn.aggregate("regr_intercept").nulls(Nulls.ALWAYS);
  public static final Fn REGR_SLOPE = Fn.aggregate("regr_slope").nulls(Nulls.ALWAYS);
  public static final Fn REGR_R2 = Fn.aggregate("regr_r2").nulls(Nulls.ALWAYS);
  public static final Fn REGR_SXX = Fn.aggregate("regr_sxx").nulls(Nulls.ALWAYS);
  public static final Fn REGR_SXY = Fn.aggregate("regr_sxy").nulls(Nulls.ALWAYS);
  public static final Fn REGR_SYY = Fn.aggregate("regr_syy").nulls(Nulls.ALWAYS);

  private Aggregates() {}
}
