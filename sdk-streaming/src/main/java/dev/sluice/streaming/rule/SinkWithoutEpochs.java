package dev.sluice.streaming.rule;

import dev.sluice.connect.EpochSink;
import dev.sluice.plan.Problem;
import java.util.stream.Stream;

/** A sink that takes only the whole result of a batch run. */
final class SinkWithoutEpochs implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "SINK-001",
        "a sink takes no epochs",
        "a repeated epoch could not be told from a new one",
        "take a sink that is an EpochSink, or run the pipeline as a batch");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().sinks().stream()
        .filter(sink -> !(sink.sink() instanceof EpochSink<?>))
        .map(sink -> code().at(
            sink, "%s takes whole results and no epochs".formatted(sink.sink().description())));
  }
}
