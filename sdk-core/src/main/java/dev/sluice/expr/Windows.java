package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions that only an ordered window can compute. */
public final class Windows {

  public static final Fn ROW_NUMBER = Fn.ranking("row_number");
  public static final Fn RANK = Fn.ranking("rank");
  public static final Fn DENSE_RANK = Fn.ranking("dense_rank");
  public static final Fn PERCENT_RANK = Fn.ranking("percent_rank");
  public static final Fn NTILE = Fn.ranking("ntile");

  /** A value, and how many rows before the current one. */
  public static final Fn LAG = Fn.ranking("lag").nulls(Nulls.ALWAYS).decimals(Decimals.SAME);

  /** A value, and how many rows after the current one. */
  public static final Fn LEAD = Fn.ranking("lead").nulls(Nulls.ALWAYS).decimals(Decimals.SAME);

  public static final Fn FIRST_VALUE =
      Fn.ranking("first_value").nulls(Nulls.ALWAYS).decimals(Decimals.SAME);
  public static final Fn LAST_VALUE =
      Fn.ranking("last_value").nulls(Nulls.ALWAYS).decimals(Decimals.SAME);

  private Windows() {}
}
