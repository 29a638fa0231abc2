package dev.sluice.streaming.rule;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Join;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A join with a table that would have to know all rows of the stream. */
final class TableWithoutMatch implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "JOIN-002",
        "a join asks which rows of a table have, or have not, a match in a stream",
        "none could come out before the stream ends",
        "join the stream with the table, as in stream.leftJoin(table), or take join(…)");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Join.class)
        .filter(join -> plan.cut().remembering().contains(join.stage()))
        .filter(join -> !plan.isJoinOfStreams(join.stage()))
        .map(join -> code().at(
            join.stage(),
            culprit(join.stage(), join.verb(), plan),
            "whether a row of the table has a match is known when all rows of the stream are"));
  }

  private static CallSite culprit(PlanNode stage, Join join, StreamPlan plan) {
    int stream =
        IntStream.range(0, stage.inputs().size())
            .filter(input -> plan.isStreamed(stage.inputs().get(input)))
            .findFirst()
            .orElse(0);
    return IntStream.range(1, join.legs().size())
        .filter(leg -> !distributes(join.legs().get(leg).kind(), leg, stream))
        .mapToObj(leg -> join.legs().get(leg).site())
        .findFirst()
        .orElseGet(stage::site);
  }

  private static boolean distributes(JoinKind kind, int leg, int stream) {
    return leg < stream
        || (leg == stream ? kind.distributesOverRight() : kind.distributesOverLeft());
  }
}
