package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import java.util.stream.Stream;

/** A pipeline all of whose sources are tables. */
final class NothingFollowed implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "SOURCE-001",
        "no source is followed",
        "there is nothing to wait for",
        "run the pipeline as a batch, or take a source that can be followed, such as a topic");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().stages().stream()
        .filter(stage -> stage.inputs().isEmpty())
        .limit(plan.cut().followed().isEmpty() ? 1 : 0)
        .map((PlanNode source) -> code().at(source, "no source of this pipeline can be followed"));
  }
}
