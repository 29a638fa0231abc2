package dev.sluice.expr;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import java.util.Arrays;
import java.util.stream.Stream;

/** Makes the calls of which expressions are built, each with the line it was written on. */
final class Calls {

  private Calls() {}

  /**
   * A call.
   *
   * @param arguments expressions, and constants as they are
   */
  static ExprNode of(Fn fn, Object... arguments) {
    return new ExprNode.Call(
        fn, Arrays.stream(arguments).map(Calls::argument).toList(), CallSite.here());
  }

  private static ExprNode argument(Object argument) {
    if (argument instanceof ExprNode node) {
      return node;
    }
    return argument instanceof Expr<?, ?> expr ? expr.node() : literal(argument);
  }

  static ExprNode literal(Object value) {
    return value == null
        ? new ExprNode.Invalid(
            "a constant is null: write a value; to look for NULL use isNull(), for a column of NULL nullOf(type)",
            CallSite.here())
        : new ExprNode.Literal(value);
  }

  /** The arguments of a call: a first one, then others. */
  static Object[] arguments(Object first, Object[] others) {
    return Stream.concat(Stream.of(first), Arrays.stream(others)).toArray();
  }
}
