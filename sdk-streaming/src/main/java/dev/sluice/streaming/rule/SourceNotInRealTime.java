package dev.sluice.streaming.rule;

import dev.sluice.connect.RealTimeSource;
import dev.sluice.plan.Problem;
import dev.sluice.streaming.plan.StreamCut;
import java.util.stream.Stream;

/** A source that is followed epoch by epoch alone. */
final class SourceNotInRealTime implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "RTM-003",
        "a source of a stream in real time is none that Spark follows row by row",
        "it cannot start",
        "read a topic of Kafka, or take a trigger of epochs");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().followed().stream()
        .filter(stage -> !(StreamCut.source(stage) instanceof RealTimeSource<?>))
        .map(
            stage -> code().at(
                stage,
                "%s is followed epoch by epoch"
                    .formatted(StreamCut.source(stage).description())));
  }
}
