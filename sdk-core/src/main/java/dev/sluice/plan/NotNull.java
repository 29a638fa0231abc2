package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Cast;
import dev.sluice.plan.ExprNode.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Works out which columns of one input cannot be NULL in a row, given what is known of an
 * expression over it. In doubt a column is left out: three-valued logic hides NULLs, as in {@code
 * not (a and b)}, which is true for a false {@code a} whatever {@code b} is.
 *
 * @param input the input whose columns are wanted
 */
record NotNull(int input) {

  /** The columns that cannot be NULL where the condition is true. */
  Set<String> whereTrue(ExprNode condition) {
    if (condition instanceof Call call) {
      if (call.is(Operators.AND)) {
        return union(call.arguments(), this::whereTrue);
      } else if (call.is(Operators.OR)) {
        return intersection(call.arguments(), this::whereTrue);
      } else if (call.is(Operators.NOT)) {
        return whereFalse(call.arguments().get(0));
      } else if (call.is(Operators.IS_NOT_NULL)) {
        return wherePresent(call.arguments().get(0));
      }
    }
    return wherePresent(condition);
  }

  /** The columns that cannot be NULL where the condition is false. */
  private Set<String> whereFalse(ExprNode condition) {
    if (condition instanceof Call call) {
      if (call.is(Operators.AND)) {
        return intersection(call.arguments(), this::whereFalse);
      } else if (call.is(Operators.OR)) {
        return union(call.arguments(), this::whereFalse);
      } else if (call.is(Operators.NOT)) {
        return whereTrue(call.arguments().get(0));
      } else if (call.is(Operators.IS_NULL)) {
        return wherePresent(call.arguments().get(0));
      }
    }
    return wherePresent(condition);
  }

  /** The columns that cannot be NULL where the expression is not NULL. */
  private Set<String> wherePresent(ExprNode expr) {
    if (expr instanceof Call call) {
      if (call.is(Operators.AND) || call.is(Operators.OR)) {
        return intersection(call.arguments(), this::wherePresent);
      } else if (call.is(Operators.BETWEEN) || call.is(Operators.IN)) {
        // what stands at the other places need not be looked at to know that it is false
        return wherePresent(call.arguments().get(0));
      }
      if (call.fn().nulls() == Nulls.IF_FIRST) {
        return wherePresent(call.arguments().get(0));
      }
      return call.fn().nulls() == Nulls.IF_ANY
          ? union(call.arguments(), this::wherePresent)
          : Set.of();
    } else if (expr instanceof Cast cast) {
      return wherePresent(cast.of());
    } else if (expr instanceof Field field && field.input() == input) {
      return Set.of(field.accessor());
    }
    return Set.of();
  }

  private static Set<String> union(List<ExprNode> parts, Function<ExprNode, Set<String>> columns) {
    Set<String> union = new HashSet<>();
    parts.forEach(part -> union.addAll(columns.apply(part)));
    return union;
  }

  private static Set<String> intersection(
      List<ExprNode> parts, Function<ExprNode, Set<String>> columns) {
    Set<String> common = new HashSet<>(columns.apply(parts.get(0)));
    // each part is looked at once: a condition of a thousand parts is a thousand levels deep
    parts.stream().skip(1).forEach(part -> common.retainAll(columns.apply(part)));
    return common;
  }
}
