package dev.sluice.streaming.rule;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Rejects;
import java.util.stream.Stream;

/** Rows that are judged by a value that is another one each time, where they are judged twice. */
final class VaryingVerdict implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "VALUE-002",
        "a function that is not deterministic stands before rules whose rejected rows are kept, and before a stage that remembers",
        "rows may be both accepted and rejected, or neither: both sides are computed apart",
        "make the function deterministic, or leave the rejected rows alone");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Rejects.class)
        .map(rejected -> rejected.stage().input())
        .filter(judging -> plan.cut().before().contains(judging) && !judging.inputs().isEmpty())
        .flatMap(judging -> judging.upstream().filter(plan::isStreamed))
        .distinct()
        .flatMap(this::varying);
  }

  private Stream<Problem> varying(PlanNode stage) {
    return stage.expressions()
        .flatMap(ExprNode::tree)
        .filter(part -> !part.deterministic())
        .map(part -> code().at(
            stage,
            part,
            "%s is another value each time it is computed".formatted(ExprText.of(part))));
  }
}
