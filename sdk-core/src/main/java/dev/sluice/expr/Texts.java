package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions on texts and bytes. */
public final class Texts {

  public static final Fn TRIM = Fn.scalar("trim");
  public static final Fn TRIM_START = Fn.scalar("ltrim");
  public static final Fn TRIM_END = Fn.scalar("rtrim");
  public static final Fn LOWER = Fn.scalar("lower");
  public static final Fn UPPER = Fn.scalar("upper");
  public static final Fn CAPITALIZE = Fn.scalar("initcap");
  public static final Fn REVERSE = Fn.scalar("reverse");
  public static final Fn REPEAT = Fn.scalar("repeat");
  public static final Fn POSITION = Fn.scalar("instr");
  public static final Fn LENGTH = Fn.scalar("length");
  public static final Fn SIZE_IN_BYTES = Fn.scalar("octet_length");
  public static final Fn CONCAT = Fn.scalar("concat");

  /** A separator, and texts of which those that are NULL are left out. */
  public static final Fn CONCAT_WITH = Fn.scalar("concat_ws").nulls(Nulls.NEVER);

  public static final Fn CONTAINS = Fn.scalar("contains");
  public static final Fn STARTS_WITH = Fn.scalar("startswith");
  public static final Fn ENDS_WITH = Fn.scalar("endswith");
  public static final Fn LIKE = Fn.scalar("like");
  public static final Fn MATCHES = Fn.scalar("rlike");
  public static final Fn SUBSTRING = Fn.scalar("substring");
  public static final Fn REPLACE = Fn.scalar("replace");
  public static final Fn REPLACE_ALL = Fn.scalar("regexp_replace");
  public static final Fn EXTRACT = Fn.scalar("regexp_extract");
  public static final Fn SPLIT = Fn.scalar("split");
  public static final Fn PAD_START = Fn.scalar("lpad");
  public static final Fn PAD_END = Fn.scalar("rpad");
  public static final Fn NULL_IF =
      Fn.scalar("nullif").nulls(Nulls.ALWAYS).decimals(Decimals.SAME);

  /** Not one of Spark's: whether there is nothing but spaces. */
  public static final Fn IS_BLANK = Fn.scalar("isblank");

  private Texts() {}
}
