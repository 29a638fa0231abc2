package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Operators;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.SameExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what is wrong with the totals of an aggregation, and with what asks for them.
 *
 * @param aggregate the aggregation
 */
record TotalsCheck(Aggregate aggregate) {

  private static final int MOST_KEYS_OF_A_CUBE = 12;

  Stream<Problem> problems(PlanNode stage) {
    Stream<Problem> ofKeys = ofKeys().stream().map(stage::problem);
    Stream<Problem> ofCalls =
        aggregate.expressions().stream()
            .map(Placed::expr)
            .flatMap(ExprNode::tree)
            .filter(part -> part instanceof Call call && isAsking(call))
            .flatMap(
                part -> ofCall((Call) part).stream()
                    .map(problem -> stage.problem(part.site(), problem)));
    return Stream.concat(ofKeys, ofCalls);
  }

  private Optional<String> ofKeys() {
    if (aggregate.subtotals().isEmpty()) {
      return Optional.empty();
    } else if (aggregate.keys().isEmpty()) {
      return Optional.of("totals need at least one key to be totals of");
    }
    return aggregate.subtotals().get().kind() == Subtotals.Kind.CUBE
        && aggregate.keys().size() > MOST_KEYS_OF_A_CUBE
            ? Optional.of(
                "a cube of %d keys has %d combinations, and each row is counted in all: list those that are wanted with groupingSets"
                    .formatted(aggregate.keys().size(), 1L << aggregate.keys().size()))
            : Optional.empty();
  }

  private static boolean isAsking(Call call) {
    return Set.of(Operators.GROUPING, Operators.GROUPING_ID).contains(call.fn());
  }

  private Optional<String> ofCall(Call call) {
    if (aggregate.subtotals().isEmpty()) {
      return Optional.of(
          "%s needs rows of totals: group with rollup, cube or groupingSets"
              .formatted(ExprText.of(call)));
    }
    List<ExprNode> unknown =
        call.arguments().stream()
            .filter(argument -> SameExpr.indexIn(aggregate.keys(), argument) < 0)
            .toList();
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "'%s' is not a key of this aggregation, so there are no totals of it"
                .formatted(ExprText.of(unknown.get(0))));
  }
}
