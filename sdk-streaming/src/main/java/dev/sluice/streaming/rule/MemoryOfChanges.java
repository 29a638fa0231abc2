package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Aggregate;
import java.util.stream.Stream;

/** A stage that remembers the rows of groups that are never final. */
final class MemoryOfChanges implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "STATE-002",
        "a stage that remembers gets groups that are never final",
        "each change of a group would count as a row more",
        "close the groups by eventTime(…) and a window(…), or write them by key and make the rest a pipeline of its own");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.changing().isEmpty()
        ? Stream.empty()
        : plan.streamed().filter(plan::remembers).flatMap(stage -> problem(plan, stage));
  }

  private Stream<Problem> problem(StreamPlan plan, PlanNode stage) {
    return stage.upstream()
        .filter(before -> !before.equals(stage))
        .filter(before -> before.is(Aggregate.class) && plan.remembers(before))
        .reduce((first, last) -> last)
        .stream()
        .map(groups -> code().at(
            stage,
            "it remembers groups of stage '%s' (%s), which are handed over each time they change"
                .formatted(groups.name(), groups.site())));
  }
}
