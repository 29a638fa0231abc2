package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Lambda;
import dev.sluice.plan.ExprNode.Variable;
import dev.sluice.plan.ExprNode.Variable.Bound;
import dev.sluice.plan.ExprNode.Variable.Role;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Makes data of users' lambdas on elements: each is called once, with variables, and what it gives
 * is kept. A lambda within another calls its variables otherwise, so that it can name both.
 */
final class Lambdas {

  /** How many lambdas are around what is written at the moment. */
  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  private Lambdas() {}

  /** A parameter that is to be: what it is called, and what it is of which list or map. */
  record Parameter(String name, Role role, ExprNode of) {

    private Variable at(int depth) {
      return new Variable(depth == 0 ? name : name + depth, role, Bound.LAMBDA, of);
    }
  }

  static Parameter element(Expr<?, ?> list) {
    return new Parameter("x", Role.ELEMENT, list.node());
  }

  static Parameter other(Expr<?, ?> list) {
    return new Parameter("y", Role.ELEMENT, list.node());
  }

  static Parameter position(Expr<?, ?> list) {
    return new Parameter("i", Role.POSITION, list.node());
  }

  static Parameter key(Expr<?, ?> map) {
    return new Parameter("k", Role.KEY, map.node());
  }

  static Parameter value(Expr<?, ?> map) {
    return new Parameter("v", Role.VALUE, map.node());
  }

  static Parameter otherValue(Expr<?, ?> map) {
    return new Parameter("w", Role.VALUE, map.node());
  }

  static Parameter result(Expr<?, ?> start) {
    return new Parameter("r", Role.RESULT, start.node());
  }

  static ExprNode of(Function<List<Variable>, ExprNode> body, Parameter... parameters) {
    int depth = DEPTH.get();
    List<Variable> variables = Arrays.stream(parameters).map(p -> p.at(depth)).toList();
    DEPTH.set(depth + 1);
    try {
      return new Lambda(variables, body.apply(variables));
    } finally {
      DEPTH.set(depth);
    }
  }
}
