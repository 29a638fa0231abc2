package dev.sluice.streaming.rule;

import dev.sluice.connect.WriteMode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.TimeWindow;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.streaming.plan.GroupKey;
import java.util.stream.Stream;

/** What must be final, in one query with groups that never are. */
final class MixedQuery implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "STATE-003",
        "windows or a join of two streams are in one query with groups that are never final",
        "a query hands over either final rows or all changes",
        "give each sink a query of its own with eachSinkAlone(), or close the groups by a window(…)");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.changing().stream()
        .limit(1)
        .flatMap(
            changing -> plan.streamed()
                .filter(stage -> !plan.changing().contains(stage) && wantsToBeFinal(stage, plan))
                .map(
                    stage -> code().at(
                        stage,
                        "the groups of stage '%s' (%s) are never final, and %s must be"
                            .formatted(
                                changing.name(),
                                changing.site(),
                                stage.is(Aggregate.class)
                                    ? "these windows"
                                    : "the pairs of two streams"))));
  }

  private static boolean wantsToBeFinal(PlanNode stage, StreamPlan plan) {
    return plan.isJoinOfStreams(stage)
        || stage.verb() instanceof Aggregate groups
            && (groups.window().filter(TimeWindow.Session.class::isInstance).isPresent()
                || !areReplaced(stage, plan));
  }

  private static boolean areReplaced(PlanNode groups, StreamPlan plan) {
    return plan.sinksOf(groups)
        .allMatch(
            sink -> sink.sink().mode() instanceof WriteMode.Upsert upsert
                && GroupKey.flaw(groups, sink.stage(), upsert.key()).isEmpty());
  }
}
