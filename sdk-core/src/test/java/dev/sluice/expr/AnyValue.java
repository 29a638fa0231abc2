package dev.sluice.expr;

import dev.sluice.plan.Fn;
import org.apache.spark.sql.functions;

/** An aggregate of each kind of expression, also of those that the language has none for yet. */
public final class AnyValue {
  private static final Fn ANY_VALUE =
      Fn.aggregate("any_value", a -> functions.any_value(a.get(0)));

  private AnyValue() {}

  /** The value in one of the rows, to be used in the scope of a group. */
  public static <E extends Expr<?, ?>> E of(E value) {
    return Expr.like(value, Calls.of(ANY_VALUE, value.node()));
  }
}
