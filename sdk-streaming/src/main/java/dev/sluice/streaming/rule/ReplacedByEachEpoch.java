package dev.sluice.streaming.rule;

import dev.sluice.connect.EpochSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import java.util.stream.Stream;

/** A sink that replaces all that is there, or wants nothing to be there. */
final class ReplacedByEachEpoch implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "SINK-003",
        "a sink replaces what is there, or refuses to write where something is",
        "only the last epoch would be there",
        "append, or upsert by a key");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().sinks().stream()
        .filter(sink -> sink.sink() instanceof EpochSink<?>)
        .flatMap(this::problem);
  }

  private Stream<Problem> problem(PlanSink sink) {
    WriteMode mode = sink.sink().mode();
    if (mode instanceof WriteMode.Overwrite) {
      return Stream.of(
          code().at(
              sink,
              "each epoch replaces all that %s holds".formatted(sink.sink().description())));
    } else if (mode instanceof WriteMode.Create) {
      return Stream.of(
          code()
              .happens("the second epoch would fail")
              .at(
                  sink,
                  "%s wants nothing to be there already".formatted(sink.sink().description())));
    }
    return Stream.empty();
  }
}
