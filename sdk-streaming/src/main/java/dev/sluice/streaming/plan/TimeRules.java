package dev.sluice.streaming.plan;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanRule;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Late;
import dev.sluice.plan.verb.Refresh;
import dev.sluice.text.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What cannot be done with late rows, and with tables that are kept, in a stream. */
public final class TimeRules implements PlanRule {

  @Override
  public List<Problem> problems(Plan plan, RunMode mode) {
    if (mode != RunMode.STREAMING) {
      return List.of();
    }
    StreamCut cut = StreamCut.of(plan);
    return plan.stages().stream()
        .flatMap(stage -> Stream.of(late(stage, cut), followed(stage, cut), early(stage, cut)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Behind a join Spark's watermark is that of the pairs, which it tells nobody. */
  private static Optional<Problem> late(PlanNode stage, StreamCut cut) {
    return stage.is(Late.class)
        ? stage.upstream()
            .filter(before -> before.is(Join.class) && cut.remembering().contains(before))
            .findFirst()
            .map(
                join -> stage.problem(
                    "late() cannot follow stage '%s' (%s), which joins two streams and lets rows go by itself: ask each of the two for its late rows before they are joined"
                        .formatted(OneLine.of(join.name()), join.site())))
        : Optional.empty();
  }

  private static Optional<Problem> followed(PlanNode stage, StreamCut cut) {
    return stage.is(Refresh.class) && cut.streamed().contains(stage)
        ? Optional.of(
            stage.problem(
                "%s() is for tables, but these rows come from a stream: take it away"
                    .formatted(stage.verb().name())))
        : Optional.empty();
  }

  private static Optional<Problem> early(PlanNode stage, StreamCut cut) {
    boolean early =
        cut.isKept(stage)
            && stage.verb(Refresh.class).orElseThrow().every().isPresent()
            && cut.isReadBefore(stage);
    return early
        ? cut.remembering().stream()
            .filter(later -> later.upstream().anyMatch(stage::equals))
            .findFirst()
            .map(
                later -> stage.problem(
                    "a running query cannot read a table anew, and this one belongs to it, since stage '%s' (%s), which remembers rows, needs it: join it behind that stage, or use readOnce()"
                        .formatted(OneLine.of(later.name()), later.site())))
        : Optional.empty();
  }
}
