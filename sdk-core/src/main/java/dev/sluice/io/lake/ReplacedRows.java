package dev.sluice.io.lake;

import dev.sluice.expr.BoolExpr;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Invalid;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import dev.sluice.record.RecordType;
import java.util.Set;

/**
 * Conditions by which table formats find rows to replace: they look at the bounds of files, so they
 * know comparisons of a column with a constant, and nothing that would have to be computed.
 */
final class ReplacedRows {

  private static final Set<Fn> COMPARISONS =
      Set.of(
          Operators.EQ, Operators.NE, Operators.LT, Operators.LE, Operators.GT, Operators.GE,
          Operators.BETWEEN, Operators.IN, Operators.IS_NULL, Operators.IS_NOT_NULL);
  private static final Set<Fn> JUNCTIONS = Set.of(Operators.AND, Operators.OR, Operators.NOT);

  private ReplacedRows() {}

  /**
   * The condition as data.
   *
   * @throws IllegalArgumentException if it is none that a table format takes
   */
  static ExprNode of(BoolExpr<?> condition, RecordType record) {
    ExprNode node = condition.node();
    node.tree()
        .forEach(
            part -> {
              if (part instanceof Invalid invalid) {
                throw new IllegalArgumentException(
                    "overwriteWhere: %s (%s)".formatted(invalid.problem(), invalid.site()));
              } else if (part instanceof Field field
                  && record.component(field.accessor()).isEmpty()) {
                throw new IllegalArgumentException(
                    "overwriteWhere: %s has no component %s"
                        .formatted(record.simpleName(), field.accessor()));
              }
            });
    if (!isTaken(node)) {
      throw new IllegalArgumentException(
          "overwriteWhere takes comparisons of columns with constants, joined by and, or and not; %s is something else: compute it as a column of the record before"
              .formatted(ExprText.of(node)));
    }
    return node;
  }

  private static boolean isTaken(ExprNode node) {
    if (node instanceof Field) {
      return true; // of truth values
    }
    return node instanceof Call call
        && (JUNCTIONS.contains(call.fn())
            && call.arguments().stream().allMatch(ReplacedRows::isTaken)
            || COMPARISONS.contains(call.fn())
                && call.arguments().get(0) instanceof Field
                && call.arguments().stream().skip(1).allMatch(Literal.class::isInstance));
  }
}
