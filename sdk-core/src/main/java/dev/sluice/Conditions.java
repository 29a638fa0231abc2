package dev.sluice;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprRewrite;
import dev.sluice.plan.Operators;
import java.util.List;
import java.util.Optional;

/** The conditions of which joins are made. */
final class Conditions {

  private Conditions() {}

  static ExprNode equal(ExprNode left, ExprNode right) {
    return new ExprNode.Call(Operators.EQ, List.of(left, right), CallSite.here());
  }

  static ExprNode and(ExprNode left, ExprNode right) {
    return new ExprNode.Call(Operators.AND, List.of(left, right), CallSite.here());
  }

  /** The expression with its columns taken from another stage of a join. */
  static ExprNode moved(ExprNode node, int input) {
    return ExprRewrite.withVariables(
        node,
        n -> n instanceof Field field
            ? Optional.of(new Field(field.accessor(), input, field.site()))
            : Optional.empty());
  }
}
