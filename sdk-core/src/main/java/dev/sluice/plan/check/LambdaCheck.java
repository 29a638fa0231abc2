package dev.sluice.plan.check;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Lambda;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.ExprNode.Variable;
import dev.sluice.plan.Fn.Kind;
import dev.sluice.plan.PlanNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Refuses what a lambda on elements cannot say: a value that was carried out of it, and a window or
 * an aggregate over rows within it.
 *
 * @param stage the stage that has the expression
 * @param problems where to report
 */
record LambdaCheck(PlanNode stage, ProblemList problems) {

  /**
   * A part that is still to be looked at.
   *
   * @param bound the variables that have a value there; told apart by what they are, for two lambdas
   *     may call theirs the same
   */
  private record Open(ExprNode node, List<Variable> bound, boolean inLambda) {}

  void check(ExprNode expr) {
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open(expr, stage.verb().variables(), false));
    while (!open.isEmpty()) {
      Open next = open.pop();
      look(next);
      Open inside = next.node() instanceof Lambda lambda ? within(lambda, next) : next;
      next.node().children()
          .forEach(child -> open.push(new Open(child, inside.bound(), inside.inLambda())));
    }
  }

  private static Open within(Lambda lambda, Open outer) {
    List<Variable> bound = new ArrayList<>(outer.bound());
    bound.addAll(lambda.parameters());
    return new Open(lambda, bound, true);
  }

  private void look(Open open) {
    ExprNode node = open.node();
    if (node instanceof Variable variable
        && open.bound().stream().noneMatch(bound -> bound == variable)) {
      problems.add(
          stage,
          "'%s' is an element of another expression: use it only in the lambda that it is given to"
              .formatted(variable.name()));
    } else if (open.inLambda() && node instanceof Over over) {
      problems.add(
          stage,
          over.site(),
          "a window function cannot stand in a lambda on elements: compute it as a column with select or enrich first");
    } else if (open.inLambda() && node instanceof Call call && call.fn().kind() == Kind.AGGREGATE) {
      problems.add(
          stage,
          call.site(),
          "an aggregate over rows cannot stand in a lambda on elements: aggregate first, and use its column in the stage after it");
    }
  }
}
