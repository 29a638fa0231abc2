package dev.sluice.streaming.rule;

import dev.sluice.plan.JoinKind;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Join;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An anti join with a stream on the right. */
final class StreamWithoutMatch implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "JOIN-003",
        "an anti join without a bound in time has a stream on its right side",
        "Spark refuses it",
        "declare eventTime(…) on both sides, and say within(…) how far apart rows may be");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Join.class)
        .filter(join -> plan.isJoinOfStreams(join.stage()))
        .flatMap(
            join -> IntStream.range(1, join.verb().legs().size())
                .filter(leg -> join.verb().legs().get(leg).kind() == JoinKind.ANTI)
                // within a bound it is run as a left join
                .filter(leg -> join.verb().legs().get(leg).within().isEmpty())
                .filter(leg -> plan.isStreamed(join.stage().inputs().get(leg)))
                .mapToObj(
                    leg -> code().at(
                        join.stage(),
                        join.verb().legs().get(leg).site(),
                        "rows are kept that have no match in another stream")));
  }
}
