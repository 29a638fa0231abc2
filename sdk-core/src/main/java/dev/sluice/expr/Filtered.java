package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprRewrite;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Fn.Kind;
import dev.sluice.plan.Operators;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Aggregates of the rows for which a condition is true: in all others what is aggregated is NULL,
 * which aggregates leave out. So it can be said over windows as well, where Spark has no FILTER.
 */
final class Filtered {

  /** They choose by their second argument, and leave out rows in which it is NULL. */
  private static final Set<Fn> BY_SECOND = Set.of(Aggregates.MIN_BY, Aggregates.MAX_BY);

  /** They take NULL for a value like any other, or are of no rows at all. */
  private static final Set<Fn> UNFILTERED =
      Set.of(
          Aggregates.FIRST, Aggregates.LAST, Operators.GROUPING, Operators.GROUPING_ID);

  private Filtered() {}

  static ExprNode of(ExprNode aggregate, ExprNode condition) {
    boolean none = aggregate.tree().noneMatch(Filtered::isAggregate);
    return none
        ? new ExprNode.Invalid(
            "where(…) stands behind an aggregate, such as sum(…), and here is none: what is computed of keys alone has no rows to leave out",
            dev.sluice.plan.CallSite.here())
        : ExprRewrite.of(
            aggregate,
            part -> isAggregate(part) ? Optional.of(filtered((Call) part, condition))
                : Optional.empty());
  }

  private static boolean isAggregate(ExprNode part) {
    return part instanceof Call call && call.fn().kind() == Kind.AGGREGATE;
  }

  private static ExprNode filtered(Call call, ExprNode condition) {
    if (call.is(Aggregates.COUNT_ROWS)) {
      return Calls.of(Aggregates.COUNT_IF, condition);
    } else if (UNFILTERED.contains(call.fn())) {
      return new ExprNode.Invalid(
          "%s takes rows as they come and cannot leave some out: take firstNotNull, lastNotNull, minBy or maxBy"
              .formatted(call.fn().symbol()),
          call.site());
    } else if (call.fn().symbol().startsWith(SparkFunctions.SHOWN)) {
      return new ExprNode.Invalid(
          "nobody knows whether %s leaves out NULL, so it takes no where(…): give it when(…).then(…).orNull() if it does"
              .formatted(call.fn().symbol()),
          call.site());
    }
    int at = BY_SECOND.contains(call.fn()) ? 1 : 0;
    List<ExprNode> arguments = new ArrayList<>(call.arguments());
    arguments.set(at, Calls.of(Operators.CASE, condition, arguments.get(at)));
    return call.withChildren(arguments);
  }
}
