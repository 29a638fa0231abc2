package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Sample;
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
    return plan.streamed(Sample.class)
        .map(sample -> code().at(sample.stage(), "rows are drawn by their position in an epoch"));
  }
}
