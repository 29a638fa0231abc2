package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import java.util.stream.Stream;

/** A sink whose rows come from tables alone. */
final class SinkOfTables implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "SINK-002",
        "the rows of a sink come from no followed source",
        "each epoch would write all of them again",
        "write it by a pipeline of its own, as a batch");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().followed().isEmpty()
        ? Stream.empty()
        : plan.cut().plan().sinks().stream()
            .filter(sink -> !plan.cut().isStreamed(sink))
            .map(sink -> code().at(
                sink,
                "the rows of stage '%s' come from sources that are not followed"
                    .formatted(sink.stage().name())));
  }
}
