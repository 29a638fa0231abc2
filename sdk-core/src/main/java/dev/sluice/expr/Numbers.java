package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions on numbers, beyond the operators. */
public final class Numbers {

  public static final Fn FLOOR = Fn.scalar("floor");
  public static final Fn CEIL = Fn.scalar("ceil");

  /** A number, and how many places after the point it keeps. */
  public static final Fn ROUND = Fn.scalar("round").decimals(Decimals.ROUNDED);

  public static final Fn SQRT = Fn.scalar("sqrt");
  public static final Fn EXP = Fn.scalar("exp");
  public static final Fn LN = Fn.scalar("ln").nulls(Nulls.ALWAYS);
  public static final Fn LOG10 = Fn.scalar("log10").nulls(Nulls.ALWAYS);
  public static final Fn POW = Fn.scalar("power").shown("pow");
  public static final Fn SIGNUM = Fn.scalar("signum");
  public static final Fn IS_NAN = Fn.scalar("isnan").nulls(Nulls.NEVER);

  /** The number itself; neither an infinity nor NaN, which no decimal can be. */
  public static final Fn FINITE = Fn.scalar("finite");

  private Numbers() {}
}
