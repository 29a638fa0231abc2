package dev.sluice.plan;

import dev.sluice.plan.Fn.Form;
import java.util.Set;

/** The operators, and the choices among values: the functions whose meaning the plan itself knows. */
public final class Operators {

  public static final Fn EQ = Fn.infix("=").decimals(Decimals.COMPARED);
  public static final Fn NE = Fn.infix("<>").decimals(Decimals.COMPARED);
  public static final Fn SAME = Fn.infix("<=>").nulls(Nulls.NEVER).decimals(Decimals.COMPARED);
  public static final Fn GT = Fn.infix(">").decimals(Decimals.COMPARED);
  public static final Fn GE = Fn.infix(">=").decimals(Decimals.COMPARED);
  public static final Fn LT = Fn.infix("<").decimals(Decimals.COMPARED);
  public static final Fn LE = Fn.infix("<=").decimals(Decimals.COMPARED);
  public static final Fn BETWEEN = Fn.scalar("between").decimals(Decimals.COMPARED);
  public static final Fn IN = Fn.scalar("in").decimals(Decimals.COMPARED);

  public static final Fn AND = Fn.infix("and");
  public static final Fn OR = Fn.infix("or");
  public static final Fn NOT = Fn.scalar("not");

  public static final Fn PLUS = Fn.infix("+").decimals(Decimals.SUM);
  public static final Fn MINUS = Fn.infix("-").decimals(Decimals.SUM);
  public static final Fn TIMES = Fn.infix("*").decimals(Decimals.PRODUCT);
  public static final Fn DIVIDE = Fn.infix("/").decimals(Decimals.QUOTIENT);
  public static final Fn TRY_DIVIDE =
      Fn.scalar("try_divide").nulls(Nulls.ALWAYS).decimals(Decimals.QUOTIENT);

  /**
   * A point in time and a constant length of elapsed time after it. What it gives is what {@code
   * plus} of a time gives; but the compiler writes it so that Spark can tell from a condition of it
   * how long a row can still find a match.
   */
  public static final Fn ELAPSED_AFTER = Fn.infix("elapsed_after").shown(Fn.Form.INFIX, "+");

  public static final Fn MOD = Fn.infix("%").decimals(Decimals.REMAINDER);
  public static final Fn NEGATE = Fn.scalar("negative").decimals(Decimals.SAME);
  public static final Fn ABS = Fn.scalar("abs").decimals(Decimals.SAME);

  public static final Fn IS_NULL =
      Fn.scalar("isnull").nulls(Nulls.NEVER).shown(Form.POSTFIX, "is null");
  public static final Fn IS_NOT_NULL =
      Fn.scalar("isnotnull").nulls(Nulls.NEVER).shown(Form.POSTFIX, "is not null");

  /** The first argument that is not NULL. */
  public static final Fn COALESCE =
      Fn.scalar("coalesce").nulls(Nulls.IF_ALL).decimals(Decimals.WIDEST);

  /** Conditions and values in turn, then perhaps the value for the rest. */
  public static final Fn CASE =
      Fn.scalar("when").nulls(Nulls.CHOSEN).decimals(Decimals.CHOSEN).shown("case");

  public static final Fn GREATEST =
      Fn.scalar("greatest").nulls(Nulls.IF_ALL).decimals(Decimals.WIDEST);
  public static final Fn LEAST = Fn.scalar("least").nulls(Nulls.IF_ALL).decimals(Decimals.WIDEST);

  /** Those that ask whether two values are equal. */
  public static final Set<Fn> EQUALITIES = Set.of(EQ, NE, SAME);

  /** Which keys a row of totals adds up, as the bits of a number; the last key is the lowest. */
  public static final Fn GROUPING_ID = Fn.aggregate("grouping_id").nulls(Nulls.NEVER);

  /** Whether a row is the total over a key: 1, or else 0. */
  public static final Fn GROUPING = Fn.aggregate("grouping").nulls(Nulls.NEVER);

  private Operators() {}
}
