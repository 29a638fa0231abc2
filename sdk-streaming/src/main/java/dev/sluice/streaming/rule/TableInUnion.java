package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.plan.verb.Union;
import java.util.stream.Stream;

/** A union of a stream and a table. */
final class TableInUnion implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "ROWS-007",
        "a stream and a table are put together",
        "each epoch would have all rows of the table again",
        "write the table by a pipeline of its own, as a batch, or take a source that can be followed");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Union.class)
        .flatMap(union -> union.stage().inputs().stream()
            .filter(input -> !plan.isStreamed(input) && !input.is(Rejects.class))
            .limit(1)
            .map((PlanNode table) -> code().at(
                union.stage(),
                "the rows of stage '%s' (%s) come from no stream"
                    .formatted(table.name(), table.site()))));
  }
}
