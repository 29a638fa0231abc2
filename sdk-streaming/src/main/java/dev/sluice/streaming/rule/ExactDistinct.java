package dev.sluice.streaming.rule;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Aggregate;
import java.util.stream.Stream;

/** An aggregate of distinct values of a stream. */
final class ExactDistinct implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "ROWS-005",
        "distinct values of a stream are aggregated",
        "each value would be kept for each group, and Spark refuses it",
        "take approxCountDistinct(…), or remove duplicates with dedupe(…) and count");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Aggregate.class)
        .filter(groups -> plan.cut().remembering().contains(groups.stage()))
        .flatMap(
            groups -> groups.stage().expressions()
                .flatMap(ExprNode::tree)
                .filter(part -> part instanceof Call call && call.fn().distinct())
                .map(part -> code().at(
                    groups.stage(),
                    part,
                    "%s has to know all values".formatted(ExprText.of(part)))));
  }
}
