package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;
import java.util.Map;

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

  public static final Fn CUME_DIST = Fn.ranking("cume_dist");

  /** A value, how many rows before the current one, and the value where there is none. */
  public static final Fn LAG_OR = Fn.ranking("lag").decimals(Decimals.SAME).nulls(Nulls.IF_ANY);

  /** A value, how many rows after the current one, and the value where there is none. */
  public static final Fn LEAD_OR = Fn.ranking("lead").decimals(Decimals.SAME).nulls(Nulls.IF_ANY);

  /** A value, and in which row of the frame. */
  public static final Fn NTH_VALUE =
      Fn.ranking("nth_value").nulls(Nulls.ALWAYS).decimals(Decimals.SAME);

  public static final Fn LAG_NOT_NULL = LAG.shown("lag_not_null");
  public static final Fn LEAD_NOT_NULL = LEAD.shown("lead_not_null");
  public static final Fn FIRST_NOT_NULL = FIRST_VALUE.shown("first_not_null");
  public static final Fn LAST_NOT_NULL = LAST_VALUE.shown("last_not_null");
  public static final Fn NTH_NOT_NULL = NTH_VALUE.shown("nth_not_null");

  /** The functions that can leave out rows whose value is NULL, and what they are then. */
  static final Map<Fn, Fn> IGNORING_NULLS =
      Map.of(
          LAG, LAG_NOT_NULL,
          LEAD, LEAD_NOT_NULL,
          FIRST_VALUE, FIRST_NOT_NULL,
          LAST_VALUE, LAST_NOT_NULL,
          NTH_VALUE, NTH_NOT_NULL);

  private Windows() {}
}
