package dev.sluice.streaming.rule;

import dev.sluice.connect.WriteMode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.streaming.plan.GroupKey;
import java.util.stream.Stream;

/** Groups that change, in a target whose key is not theirs. */
final class KeyOfGroups implements StreamRule {

  @Override
  public Code code() {
    return Code.refusedUnlessAccepted(
        "SINK-007",
        "groups that change are replaced by another key than theirs",
        "groups would replace each other, or old values stay beside new ones",
        "upsert by the components that are the keys of groupBy, and no others");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.changing().stream()
        .flatMap(groups -> plan.sinksOf(groups).flatMap(sink -> problem(groups, sink)));
  }

  private Stream<Problem> problem(PlanNode groups, PlanSink sink) {
    return sink.sink().mode() instanceof WriteMode.Upsert upsert
        ? GroupKey.flaw(groups, sink.stage(), upsert.key()).stream()
            .map(flaw -> code().at(
                sink,
                "the groups of stage '%s' (%s) are handed over each time they change, and the key %s %s"
                    .formatted(groups.name(), groups.site(), upsert.key(), flaw)))
        : Stream.empty();
  }
}
