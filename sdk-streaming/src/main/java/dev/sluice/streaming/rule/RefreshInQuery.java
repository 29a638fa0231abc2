package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Refresh;
import dev.sluice.text.OneLine;
import java.util.stream.Stream;

/** A table that is to be read anew, and belongs to the running query. */
final class RefreshInQuery implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "JOIN-004",
        "refreshEvery(…) is said of a table before a stage that remembers rows",
        "the running query has the table as it was at the start",
        "join it behind that stage, or use readOnce()");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().stages().stream()
        .filter(stage -> isReadAnew(stage, plan))
        .flatMap(
            stage -> plan.cut().remembering().stream()
                .filter(later -> later.upstream().anyMatch(stage::equals))
                .limit(1)
                .map(
                    later -> code().at(
                        stage,
                        "a running query cannot read a table anew, and stage '%s' (%s), which remembers rows, needs this one"
                            .formatted(OneLine.of(later.name()), later.site()))));
  }

  private static boolean isReadAnew(PlanNode stage, StreamPlan plan) {
    return plan.cut().isKept(stage)
        && stage.verb(Refresh.class).orElseThrow().every().isPresent()
        && plan.cut().isReadBefore(stage);
  }
}
