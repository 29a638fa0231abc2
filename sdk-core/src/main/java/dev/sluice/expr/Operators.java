package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** The operators, each with its symbol, its null rule and what it is in Spark. */
final class Operators {

  static final Fn EQ = Fn.scalar("=", a -> a.get(0).equalTo(a.get(1))).decimals(Decimals.COMPARED);
  static final Fn NE =
      Fn.scalar("<>", a -> a.get(0).notEqual(a.get(1))).decimals(Decimals.COMPARED);
  static final Fn SAME =
      Fn.scalar("<=>", Nulls.NEVER, a -> a.get(0).eqNullSafe(a.get(1))).decimals(Decimals.COMPARED);
  static final Fn GT = Fn.scalar(">", a -> a.get(0).gt(a.get(1))).decimals(Decimals.COMPARED);
  static final Fn GE = Fn.scalar(">=", a -> a.get(0).geq(a.get(1))).decimals(Decimals.COMPARED);
  static final Fn LT = Fn.scalar("<", a -> a.get(0).lt(a.get(1))).decimals(Decimals.COMPARED);
  static final Fn LE = Fn.scalar("<=", a -> a.get(0).leq(a.get(1))).decimals(Decimals.COMPARED);
  static final Fn BETWEEN =
      Fn.scalar("between", a -> a.get(0).between(a.get(1), a.get(2))).decimals(Decimals.COMPARED);
  static final Fn IN =
      Fn.scalar("in", a -> a.get(0).isin((Object[]) a.subList(1, a.size()).toArray(Column[]::new)))
          .decimals(Decimals.COMPARED);

  static final Fn AND = Fn.scalar("and", a -> a.get(0).and(a.get(1)));
  static final Fn OR = Fn.scalar("or", a -> a.get(0).or(a.get(1)));
  static final Fn NOT = Fn.scalar("not", a -> functions.not(a.get(0)));

  static final Fn PLUS = Fn.scalar("+", a -> a.get(0).plus(a.get(1))).decimals(Decimals.SUM);
  static final Fn MINUS = Fn.scalar("-", a -> a.get(0).minus(a.get(1))).decimals(Decimals.SUM);
  static final Fn TIMES =
      Fn.scalar("*", a -> a.get(0).multiply(a.get(1))).decimals(Decimals.PRODUCT);
  static final Fn DIVIDE =
      Fn.scalar("/", a -> a.get(0).divide(a.get(1))).decimals(Decimals.QUOTIENT);
  static final Fn TRY_DIVIDE =
      Fn.scalar("try_divide", Nulls.ALWAYS, a -> functions.try_divide(a.get(0), a.get(1)))
          .decimals(Decimals.QUOTIENT);
  static final Fn MOD = Fn.scalar("%", a -> a.get(0).mod(a.get(1))).decimals(Decimals.REMAINDER);
  static final Fn NEGATE =
      Fn.scalar("negative", a -> functions.negate(a.get(0))).decimals(Decimals.SAME);
  static final Fn ABS = Fn.scalar("abs", a -> functions.abs(a.get(0))).decimals(Decimals.SAME);

  static final Fn IS_NULL = Fn.scalar("is null", Nulls.NEVER, a -> a.get(0).isNull());
  static final Fn IS_NOT_NULL = Fn.scalar("is not null", Nulls.NEVER, a -> a.get(0).isNotNull());
  static final Fn COALESCE =
      Fn.scalar("coalesce", Nulls.IF_ALL, a -> functions.coalesce(a.toArray(Column[]::new)))
          .decimals(Decimals.WIDEST);

  private Operators() {}
}
