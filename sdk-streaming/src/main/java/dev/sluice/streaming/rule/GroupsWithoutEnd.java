package dev.sluice.streaming.rule;

import dev.sluice.connect.WriteMode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups that no time closes, for a sink that only adds rows. */
final class GroupsWithoutEnd implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "TIME-001",
        "groups that no event time closes go to a sink that does not replace rows by key",
        "they are never final, and each change of one would add a row",
        "declare eventTime(…) and a window(…) before groupBy, or take a sink with upsert(…) by the keys of the groups");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.changing().stream().flatMap(groups -> problem(plan, groups));
  }

  private Stream<Problem> problem(StreamPlan plan, PlanNode groups) {
    List<PlanSink> adding =
        plan.sinksOf(groups)
            .filter(sink -> !(sink.sink().mode() instanceof WriteMode.Upsert))
            .toList();
    return adding.isEmpty()
        ? Stream.empty()
        : Stream.of(
            code().at(
                groups,
                "no event time closes these groups, and %s only adds rows"
                    .formatted(
                        adding.stream()
                            .map(sink -> "sink '%s' (%s)".formatted(sink.name(), sink.site()))
                            .collect(Collectors.joining(", ")))));
  }
}
