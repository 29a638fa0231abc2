package dev.sluice.streaming.rule;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Join.Leg;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A join with a table that has no key by which each row finds its own at once. */
final class JoinNotInRealTime implements StreamRule {

  /** Tables that are joined with each other first can no longer be sent to all tasks. */
  private static final int LAST_PLACE = 1;

  @Override
  public Code code() {
    return Code.refused(
        "RTM-008",
        "a stream in real time is joined with a table by no equal key, or behind two tables",
        "Spark does not run such a join row by row",
        "begin with the stream, and join each table on(…).equalTo(…)");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Join.class)
        .filter(join -> !plan.isJoinOfStreams(join.stage()))
        .flatMap(join -> problem(plan, join.stage(), join.verb()).stream());
  }

  private Optional<Problem> problem(StreamPlan plan, PlanNode stage, Join join) {
    int followed =
        IntStream.range(0, stage.inputs().size())
            .filter(i -> plan.isStreamed(stage.inputs().get(i)))
            .findFirst()
            .orElse(0);
    if (followed > LAST_PLACE) {
      return Optional.of(
          code().at(stage, "the stream is joined to tables that are joined before it"));
    }
    return join.legs().stream()
        .skip(1)
        .filter(leg -> leg.match().filter(JoinNotInRealTime::hasKey).isEmpty())
        .findFirst()
        .map((Leg leg) -> code().at(stage, leg.site(), "no key has to be equal"));
  }

  private static boolean hasKey(ExprNode condition) {
    if (!(condition instanceof ExprNode.Call call)) {
      return false;
    }
    return call.fn().equals(Operators.EQ)
        || call.fn().equals(Operators.SAME)
        || call.fn().equals(Operators.AND)
            && call.arguments().stream().anyMatch(JoinNotInRealTime::hasKey);
  }
}
