package dev.sluice.expr;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Makes the calls of which expressions are built, each with the line it was written on. */
final class Calls {

  private Calls() {}

  static ExprNode of(Fn fn, ExprNode... arguments) {
    return new ExprNode.Call(fn, List.of(arguments), CallSite.here());
  }

  static ExprNode scalar(String name, Fn.Builder builder, Expr<?, ?>... arguments) {
    return of(Fn.scalar(name, builder), nodes(arguments));
  }

  static ExprNode scalar(String name, Nulls nulls, Fn.Builder builder, Expr<?, ?>... arguments) {
    return of(Fn.scalar(name, nulls, builder), nodes(arguments));
  }

  static ExprNode aggregate(String name, Fn.Builder builder, Expr<?, ?>... arguments) {
    return of(Fn.aggregate(name, builder), nodes(arguments));
  }

  static ExprNode aggregate(String name, Nulls nulls, Fn.Builder builder, Expr<?, ?>... arguments) {
    return of(Fn.aggregate(name, nulls, builder), nodes(arguments));
  }

  static ExprNode[] nodes(Expr<?, ?>... expressions) {
    return Arrays.stream(expressions).map(Expr::node).toArray(ExprNode[]::new);
  }

  static ExprNode literal(Object value) {
    return value == null
        ? new ExprNode.Invalid(
            "a constant is null: write a value; to look for NULL use isNull()", CallSite.here())
        : new ExprNode.Literal(value);
  }

  static ExprNode[] literals(ExprNode first, Object[] values) {
    return Stream.concat(Stream.of(first), Arrays.stream(values).map(Calls::literal))
        .toArray(ExprNode[]::new);
  }
}
