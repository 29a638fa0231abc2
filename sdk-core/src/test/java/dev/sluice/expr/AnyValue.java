package dev.sluice.expr;

import dev.sluice.plan.Fn;

/** An aggregate of each kind of expression, also of those that the language has none for yet. */
public final class AnyValue {
  private static final Fn ANY_VALUE = Fn.aggregate("any_value");

  private AnyValue() {}

  /** The value in one of the rows, to be used in the scope of a group. */
  public static <E extends Expr<?, ?>> E of(E value) {
    return Expr.like(value, Calls.of(ANY_VALUE, value.node()));
  }
}
