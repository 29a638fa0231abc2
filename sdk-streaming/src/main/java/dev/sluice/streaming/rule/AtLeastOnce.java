package dev.sluice.streaming.rule;

import dev.sluice.connect.Delivery;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import java.util.stream.Stream;

/** A sink in which the rows of a repeated epoch are there twice. */
final class AtLeastOnce implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "SINK-004",
        "a sink adds rows and does not know a repeated epoch",
        "after a failure rows may be there twice",
        "take a sink that delivers exactly once, or upsert by a key");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().sinks().stream()
        .filter(AtLeastOnce::repeats)
        .map(sink -> code().at(
            sink, "%s takes a repeated epoch for a new one".formatted(sink.sink().description())));
  }

  private static boolean repeats(PlanSink sink) {
    return sink.sink() instanceof EpochSink<?> epochs
        && epochs.delivery() == Delivery.AT_LEAST_ONCE
        && !(sink.sink().mode() instanceof WriteMode.Upsert);
  }
}
