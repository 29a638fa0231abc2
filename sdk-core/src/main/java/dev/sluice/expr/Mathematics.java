package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: mathematical functions, and what is done to bits. */
public final class Mathematics {

  public static final Fn SIN = Fn.scalar("sin");
  public static final Fn COS = Fn.scalar("cos");
  public static final Fn TAN = Fn.scalar("tan");
  public static final Fn COT = Fn.scalar("cot");
  public static final Fn SEC = Fn.scalar("sec");
  public static final Fn CSC = Fn.scalar("csc");
  public static final Fn ASIN = Fn.scalar("asin");
  public static final Fn ACOS = Fn.scalar("acos");
  public static final Fn ATAN = Fn.scalar("atan");
  public static final Fn ATAN2 = Fn.scalar("atan2");
  public static final Fn SINH = Fn.scalar("sinh");
  public static final Fn COSH = Fn.scalar("cosh");
  public static final Fn TANH = Fn.scalar("tanh");
  public static final Fn ASINH = Fn.scalar("asinh");
  public static final Fn ACOSH = Fn.scalar("acosh");
  public static final Fn ATANH = Fn.scalar("atanh");
  public static final Fn EXPM1 = Fn.scalar("expm1");
  public static final Fn LOG1P = Fn.scalar("log1p").nulls(Nulls.ALWAYS);
  public static final Fn LOG2 = Fn.scalar("log2").nulls(Nulls.ALWAYS);

  /** A base and a number. */
  public static final Fn LOG = Fn.scalar("log").nulls(Nulls.ALWAYS);

  public static final Fn CBRT = Fn.scalar("cbrt");
  public static final Fn HYPOT = Fn.scalar("hypot");
  public static final Fn DEGREES = Fn.scalar("degrees");
  public static final Fn RADIANS = Fn.scalar("radians");
  public static final Fn RINT = Fn.scalar("rint");
  public static final Fn FACTORIAL = Fn.scalar("factorial").nulls(Nulls.ALWAYS);
  public static final Fn ROUND_HALF_EVEN = Fn.scalar("bround").decimals(Decimals.ROUNDED);

  /** A divisor of zero is an error. */
  public static final Fn PMOD = Fn.scalar("pmod");

  /** A number, the least and the greatest of the buckets, and how many there are. */
  public static final Fn WIDTH_BUCKET = Fn.scalar("width_bucket").nulls(Nulls.ALWAYS);

  /** The first number, or the second where that one is NaN. */
  public static final Fn NANVL = Fn.scalar("nanvl");

  public static final Fn TRY_ADD =
      Fn.scalar("try_add").nulls(Nulls.ALWAYS).decimals(Decimals.SUM);
  public static final Fn TRY_SUBTRACT =
      Fn.scalar("try_subtract").nulls(Nulls.ALWAYS).decimals(Decimals.SUM);
  public static final Fn TRY_MULTIPLY =
      Fn.scalar("try_multiply").nulls(Nulls.ALWAYS).decimals(Decimals.PRODUCT);
  public static final Fn TRY_MOD =
      Fn.scalar("try_mod").nulls(Nulls.ALWAYS).decimals(Decimals.REMAINDER);

  public static final Fn BIT_AND = Fn.infix("&");
  public static final Fn BIT_OR = Fn.infix("|");
  public static final Fn BIT_XOR = Fn.infix("^");
  public static final Fn BIT_NOT = Fn.scalar("~");
  public static final Fn SHIFT_LEFT = Fn.scalar("shiftleft");
  public static final Fn SHIFT_RIGHT = Fn.scalar("shiftright");
  public static final Fn SHIFT_RIGHT_UNSIGNED = Fn.scalar("shiftrightunsigned");
  public static final Fn BIT_COUNT = Fn.scalar("bit_count");
  public static final Fn GET_BIT = Fn.scalar("getbit");
  public static final Fn BITMAP_POSITION = Fn.scalar("bitmap_bit_position");
  public static final Fn BITMAP_BUCKET = Fn.scalar("bitmap_bucket_number");
  public static final Fn BITMAP_COUNT = Fn.scalar("bitmap_count");

  private Mathematics() {}
}
