package dev.sluice.streaming.rule;

import dev.sluice.plan.JoinKind;
import dev.sluice.plan.Nullability;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Join.Leg;
import dev.sluice.text.OneLine;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows that wait for a match in another stream, and perhaps have no time by which the waiting could
 * end. Spark leaves such rows out where none comes out without a match.
 */
final class TimelessInJoin implements StreamRule {

  @Override
  public Code code() {
    return Code.refusedUnlessAccepted(
        "JOIN-005",
        "rows come out of a join of two streams if they have no match, and their time can be NULL",
        "one without a time is kept for ever and never comes out",
        "require the time in clean(…), or leave such rows out with filter(col(…).isNotNull())");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    Nullability nulls = new Nullability();
    plan.cut().plan().stages().forEach(nulls::neverNull);
    return plan.streamed(Join.class)
        .filter(join -> plan.isJoinOfStreams(join.stage()))
        .flatMap(
            join -> IntStream.range(1, join.verb().legs().size())
                .boxed()
                .flatMap(leg -> problems(join, leg, plan, nulls)));
  }

  private Stream<Problem> problems(
      StreamPlan.Found<Join> join, int number, StreamPlan plan, Nullability nulls) {
    Leg leg = join.verb().legs().get(number);
    return waiting(leg.kind(), number)
        .mapToObj(join.stage().inputs()::get)
        .filter(plan::isStreamed)
        .flatMap(
            input -> plan.times().of(input).stream()
                .filter(time -> !nulls.neverNull(input).contains(time))
                .map(time -> code().at(join.stage(), leg.site(), found(input, time))));
  }

  /** The inputs whose rows come out without a match of a leg. */
  private static IntStream waiting(JoinKind kind, int leg) {
    IntStream left =
        kind.rightMayBeMissing() || kind == JoinKind.ANTI
            ? IntStream.range(0, leg)
            : IntStream.empty();
    return IntStream.concat(left, kind.leftMayBeMissing() ? IntStream.of(leg) : IntStream.empty());
  }

  private static String found(PlanNode input, String time) {
    return "'%s' of stage '%s' can be NULL".formatted(time, OneLine.of(input.name()));
  }
}
