package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.Operators;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a semi join that asks for equal keys and nothing else.
 *
 * @param left over the stages before
 * @param right over the stage that is joined
 */
record SemiKeys(List<ExprNode> left, List<ExprNode> right) {

  /** The keys in a condition; empty if it asks for more. */
  static Optional<SemiKeys> in(ExprNode condition, int joined) {
    SemiKeys keys = new SemiKeys(new ArrayList<>(), new ArrayList<>());
    boolean onlyKeys =
        condition.tree().allMatch(ExprNode::deterministic) && keys.add(condition, joined);
    return onlyKeys ? Optional.of(keys) : Optional.empty();
  }

  private boolean add(ExprNode condition, int joined) {
    if (condition instanceof Call call && call.is(Operators.AND)) {
      return call.arguments().stream().allMatch(part -> add(part, joined));
    }
    return condition instanceof Call call
        && call.is(Operators.EQ)
        && (add(call.arguments().get(0), call.arguments().get(1), joined)
            || add(call.arguments().get(1), call.arguments().get(0), joined));
  }

  private boolean add(ExprNode before, ExprNode key, int joined) {
    if (isOver(before, joined) || !isOnlyOver(key, joined)) {
      return false;
    }
    left.add(before);
    return right.add(key);
  }

  private static boolean isOver(ExprNode expr, int input) {
    return expr.tree().anyMatch(node -> node instanceof Field field && field.input() == input);
  }

  private static boolean isOnlyOver(ExprNode expr, int input) {
    return isOver(expr, input)
        && expr.tree().allMatch(node -> !(node instanceof Field field) || field.input() == input);
  }
}
