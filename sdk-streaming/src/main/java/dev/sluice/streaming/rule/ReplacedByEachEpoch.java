package dev.sluice.streaming.rule;

import dev.sluice.connect.EpochSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import java.util.List;
import java.util.stream.Stream;

/** A sink that replaces all that is there, or wants nothing to be there. */
final class ReplacedByEachEpoch implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "SINK-003",
        "a sink is configured for a batch, as one that replaces what is there, or refuses to write where something is",
        "only the last epoch would be there",
        "append, or upsert by a key");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().sinks().stream()
        .flatMap(
            sink -> sink.sink() instanceof EpochSink<?> epochs
                ? problems(sink, epochs.streamProblems())
                : Stream.empty());
  }

  /** A sink knows best what is wrong with it. */
  private Stream<Problem> problems(PlanSink sink, List<String> own) {
    return own.isEmpty()
        ? ofMode(sink)
        : own.stream().map(problem -> code().says(sink.name(), sink.site(), problem));
  }

  private Stream<Problem> ofMode(PlanSink sink) {
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
