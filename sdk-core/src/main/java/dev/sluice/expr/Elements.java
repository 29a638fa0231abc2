package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions on lists and maps. */
public final class Elements {

  public static final Fn SIZE = Fn.scalar("size");
  public static final Fn DISTINCT = Fn.scalar("array_distinct").decimals(Decimals.SAME);

  /** A list and an index from 0; NULL beyond the end. */
  public static final Fn GET = Fn.scalar("get").nulls(Nulls.ALWAYS).decimals(Decimals.SAME);

  public static final Fn CONTAINS = Fn.scalar("array_contains").nulls(Nulls.ALWAYS);

  /** A map and a key; NULL if the key is not there. */
  public static final Fn VALUE_OF =
      Fn.scalar("try_element_at").nulls(Nulls.ALWAYS).decimals(Decimals.SAME);

  private Elements() {}
}
