package dev.sluice.streaming.rule;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.CleanStep;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Dedupe;
import dev.sluice.plan.verb.Distinct;
import java.util.stream.Stream;

/** Duplicates that are looked for without an event time by which keys could be forgotten. */
final class DuplicatesKeptForEver implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "STATE-005",
        "duplicates are removed without event time",
        "every row would be remembered for ever",
        "declare eventTime(…) before: keys are then remembered for the lateness");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed()
        .filter(stage -> !stage.inputs().isEmpty() && plan.times().of(stage.input()).isEmpty())
        .flatMap(
            stage -> lines(stage)
                .map(
                    line -> code().at(
                        stage, line, "nothing says when the rows happened")));
  }

  private static Stream<CallSite> lines(PlanNode stage) {
    if (stage.verb() instanceof Clean clean) {
      return clean.steps().stream()
          .filter(CleanStep.Dedupe.class::isInstance)
          .map(CleanStep::site);
    }
    return stage.is(Dedupe.class) || stage.is(Distinct.class)
        ? Stream.of(stage.site())
        : Stream.empty();
  }
}
