package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.AsOf;
import dev.sluice.plan.verb.WithOne;
import java.util.stream.Stream;

/** A stream that is asked for its only row, or for the latest one before another. */
final class AskedStream implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "ROWS-011",
        "withOne(…) or an as-of join asks a stream for a row",
        "which row that is would be known when the stream ends",
        "ask a table, or join the streams within(…) a time");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed()
        .filter(stage -> stage.is(WithOne.class) || stage.is(AsOf.class))
        .filter(stage -> plan.isStreamed(asked(stage)))
        .map(
            stage -> code().at(
                stage,
                "%s asks stage '%s' (%s), whose rows come in epochs"
                    .formatted(stage.verb().name(), asked(stage).name(), asked(stage).site())));
  }

  private static PlanNode asked(PlanNode stage) {
    return stage.inputs().get(1);
  }
}
