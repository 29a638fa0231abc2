package dev.sluice.expr;

import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions on values of no certain type. */
public final class Variants {

  public static final Fn PARSE = Fn.scalar("parse_json");
  public static final Fn TRY_PARSE = Fn.scalar("try_parse_json").nulls(Nulls.ALWAYS);

  /** A variant, a path, and the type that is wanted. */
  public static final Fn GET = Fn.scalar("variant_get").nulls(Nulls.ALWAYS);

  /** The same, which gives NULL for what is of another type. */
  public static final Fn TRY_GET = Fn.scalar("try_variant_get").nulls(Nulls.ALWAYS);

  public static final Fn IS_NULL = Fn.scalar("is_variant_null").nulls(Nulls.NEVER);

  /** JSON of a variant. */
  public static final Fn TO_JSON = Fn.scalar("to_json");

  private Variants() {}
}
