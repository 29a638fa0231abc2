package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.RandomSplit;
import dev.sluice.plan.verb.Sample;
import dev.sluice.plan.verb.SampleBy;
import java.util.stream.Stream;

/** A sample of rows by their position, which a repeated epoch may have in another order. */
final class SampledStream implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "ROWS-006",
        "a sample is drawn from a stream",
        "each epoch draws by the same positions, and a repeated one may draw other rows",
        "filter by a component, such as every tenth customer");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed()
        .filter(
            stage -> stage.is(Sample.class) || stage.is(SampleBy.class)
                || stage.is(RandomSplit.class))
        .map(stage -> code().at(stage, "rows are drawn by their position in an epoch"));
  }
}
