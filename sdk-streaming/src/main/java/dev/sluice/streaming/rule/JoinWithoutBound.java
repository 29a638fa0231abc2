package dev.sluice.streaming.rule;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.Fn;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.Operators;
import dev.sluice.plan.Place;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Join;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Two streams that are joined although rows of any two times may belong together. */
final class JoinWithoutBound implements StreamRule {

  private static final Set<Fn> ORDERS =
      Set.of(Operators.GT, Operators.GE, Operators.LT, Operators.LE);

  @Override
  public Code code() {
    return Code.refused(
        "JOIN-001",
        "two streams are joined without a bound in time",
        "both sides are kept for ever",
        "declare eventTime(…) on both sides, and say within(…) how far apart rows may be");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Join.class)
        .filter(join -> plan.isJoinOfStreams(join.stage()))
        .filter(join -> !isBounded(join.verb(), join.stage(), plan))
        .map(join -> of(join.verb()).at(
            join.stage(), "rows of two streams are paired whenever they happened"));
  }

  private Code of(Join join) {
    boolean waits =
        join.legs().stream()
            .anyMatch(leg -> leg.kind().leftMayBeMissing()
                || leg.kind().rightMayBeMissing()
                || leg.kind() == JoinKind.ANTI);
    return waits
        ? code().happens("both sides are kept for ever, and a row without a match never comes out")
        : code();
  }

  private static boolean isBounded(Join join, PlanNode stage, StreamPlan plan) {
    List<Call> comparisons =
        join.expressions().stream()
            .filter(placed -> placed.place() == Place.JOIN)
            .flatMap(placed -> placed.expr().tree())
            .filter(Call.class::isInstance)
            .map(Call.class::cast)
            .filter(call -> timesIn(call, stage, plan) > 1)
            .toList();
    return comparisons.stream()
        .anyMatch(call -> call.is(Operators.EQ) || call.is(Operators.BETWEEN))
        || comparisons.stream().filter(call -> ORDERS.contains(call.fn())).count() > 1;
  }

  /** Of how many streams a condition compares the event time. */
  private static long timesIn(ExprNode condition, PlanNode stage, StreamPlan plan) {
    return condition.tree()
        .filter(Field.class::isInstance)
        .map(Field.class::cast)
        .filter(field -> field.input() < stage.inputs().size())
        .filter(field -> plan.isStreamed(stage.inputs().get(field.input())))
        .filter(
            field -> plan.times().of(stage.inputs().get(field.input())).contains(field.accessor()))
        .map(Field::input)
        .distinct()
        .count();
  }
}
