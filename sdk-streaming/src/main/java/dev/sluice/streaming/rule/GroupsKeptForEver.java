package dev.sluice.streaming.rule;

import dev.sluice.connect.WriteMode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Aggregate;
import java.util.stream.Stream;

/** Groups that no time closes, each of which is remembered. */
final class GroupsKeptForEver implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "STATE-001",
        "groups that no event time closes are replaced by key",
        "each of them is remembered for ever",
        "accept it if there are only so many, or declare eventTime(…) and a window(…) before groupBy");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.changing().stream()
        .filter(groups -> groups.verb() instanceof Aggregate all && !all.keys().isEmpty())
        .filter(groups -> plan.sinksOf(groups)
            .allMatch(sink -> sink.sink().mode() instanceof WriteMode.Upsert))
        .map(groups -> code().at(groups, "no event time closes these groups"));
  }
}
