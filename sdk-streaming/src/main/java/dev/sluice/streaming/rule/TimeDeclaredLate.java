package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.EventTime;
import java.util.stream.Stream;

/** Event time that is declared where it has no effect, or a second time. */
final class TimeDeclaredLate implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "TIME-002",
        "event time is declared behind what remembers, or twice on the way of a row",
        "it closes nothing",
        "declare eventTime(…) once, right behind the source, and name the column again with timedBy(…)");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(EventTime.class).flatMap(time -> problem(plan, time.stage()));
  }

  private Stream<Problem> problem(StreamPlan plan, PlanNode stage) {
    return stage.upstream()
        .filter(before -> !before.equals(stage) && plan.isStreamed(before))
        .filter(before -> plan.cut().remembering().contains(before)
            || before.is(EventTime.class) && plan.cut().before().contains(stage))
        .reduce((first, last) -> last)
        .stream()
        .map(before -> before.is(EventTime.class)
            ? code()
                .happens("Spark refuses it in the first epoch")
                .at(stage, "event time was declared before (%s)".formatted(before.site()))
            : code().at(
                stage,
                "event time is declared behind stage '%s' (%s), which needs it to forget"
                    .formatted(before.name(), before.site())));
  }
}
