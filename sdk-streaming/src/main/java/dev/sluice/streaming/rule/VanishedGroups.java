package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.plan.verb.Filter;
import java.util.stream.Stream;

/** A condition on groups that change. */
final class VanishedGroups implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "STATE-004",
        "groups that change are filtered",
        "one that no longer meets the condition stays in the target as it was last",
        "write the value with all groups and filter where it is read, if groups can stop to meet it");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.changing().stream()
        .flatMap(groups -> plan.streamed()
            .filter(stage -> stage.equals(groups) ? hasCondition(groups) : stage.is(Filter.class))
            .filter(stage -> StreamPlan.isBehind(stage, groups))
            .map(stage -> code().at(
                stage,
                "the groups of stage '%s' change, and only some are let through"
                    .formatted(groups.name()))));
  }

  private static boolean hasCondition(PlanNode groups) {
    return groups.verb() instanceof Aggregate all && all.having().isPresent();
  }
}
