package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.plan.verb.Union;
import java.util.stream.Stream;

/** The rejected rows of a table in one sink with those of a stream, as a quarantine has them. */
final class RejectedOfTable implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "ROWS-008",
        "rejected rows of a table go to one sink with those of a stream",
        "each epoch delivers them again",
        "look at what a table rejects in a batch of its own");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Union.class)
        .flatMap(union -> union.stage().inputs().stream()
            .filter(input -> !plan.isStreamed(input) && input.is(Rejects.class))
            .map((PlanNode rejected) -> code().at(
                rejected.input(), "what this table rejects is in a sink with rows of a stream")));
  }
}
