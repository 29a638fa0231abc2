// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

import java.math.BigDecimal;

/** Numbers that stand first in a computation: {@code lit(1.0).minus(…)}. Part of {@code Dsl}. */
public abstract class LiteralFunctions extends ConstantFunctions {

  LiteralFunctions() {}

  /** A number that stands first in a computation: {@code lit(1).minus(…)}. */
  public static IntLiteral lit(int value) {
    return new IntLiteral(value);
  }

  /** A number that stands first in a computation: {@code lit(1L).minus(…)}. */
  public static LongLiteral lit(long value) {
    return new LongLiteral(value);
  }

  /** A number that stands first in a computation: {@code lit(1.0).minus(…)}. */
  public static DoubleLiteral lit(double value) {
    return new DoubleLiteral(value);
  }

  /** A number that stands first in a computation: {@code lit(BigDecimal.ONE).minus(…)}. */
  public static DecimalLiteral lit(BigDecimal value) {
    return new DecimalLiteral(value);
  }
}
