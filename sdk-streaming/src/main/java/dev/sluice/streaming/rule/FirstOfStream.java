package dev.sluice.streaming.rule;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.CleanStep;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Dedupe;
import java.util.stream.Stream;

/** The first row by an order for each key. */
final class FirstOfStream implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "ROWS-003",
        "the first row by an order is kept for each key of a stream",
        "one that has come out would have to be taken back",
        "take dedupe(…), which keeps the row that comes first, or upsert by the key");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed()
        .flatMap(
            stage -> lines(stage)
                .map(
                    line -> code().at(
                        stage, line, "a row that comes later may be before by the order")));
  }

  private static Stream<CallSite> lines(PlanNode stage) {
    if (stage.verb() instanceof Dedupe dedupe && !dedupe.keepFirstBy().isEmpty()) {
      return Stream.of(stage.site());
    }
    return stage.verb() instanceof Clean clean
        ? clean.steps().stream()
            .filter(step -> step instanceof CleanStep.Dedupe first
                && !first.keepFirstBy().isEmpty())
            .map(CleanStep::site)
        : Stream.empty();
  }
}
