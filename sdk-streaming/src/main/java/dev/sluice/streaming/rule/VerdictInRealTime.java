package dev.sluice.streaming.rule;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Rejects;
import java.util.stream.Stream;

/** Rows that two queries judge, by a value that is another one each time. */
final class VerdictInRealTime implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "RTM-010",
        "a function that is not deterministic stands before rules whose rejected rows are kept, in real time",
        "rows may be both accepted and rejected, or neither: each sink is a query of its own",
        "make the function deterministic, or leave the rejected rows alone");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Rejects.class)
        .map(rejected -> rejected.stage().input())
        .flatMap(judging -> judging.upstream().filter(plan::isStreamed))
        .distinct()
        .flatMap(this::varying);
  }

  private Stream<Problem> varying(PlanNode stage) {
    return stage.expressions()
        .flatMap(ExprNode::tree)
        .filter(part -> !part.deterministic())
        .map(
            part -> code().at(
                stage,
                part.writtenAt().orElse(stage.site()),
                "%s is another value each time it is computed".formatted(ExprText.of(part))));
  }
}
