package dev.sluice.streaming.rule;

import dev.sluice.connect.ResourceId;
import dev.sluice.connect.WriteMode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Read;
import java.util.stream.Stream;

/** A sink that writes where the stream reads. What it would replace there the core refuses. */
final class Feedback implements StreamRule {

  @Override
  public Code code() {
    return Code.refusedUnlessAccepted(
        "SINK-006",
        "a sink adds to what a source of the stream follows",
        "the stream is fed by itself without end",
        "write to another place");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().sinks().stream()
        .filter(sink -> !(sink.sink().mode() instanceof WriteMode.Overwrite))
        .flatMap(sink -> plan.cut().followed().stream().flatMap(source -> problem(source, sink)));
  }

  private Stream<Problem> problem(PlanNode source, PlanSink sink) {
    Read read = source.verb(Read.class).orElseThrow();
    return read.source().reads().stream()
        .flatMap(in -> sink.sink().writes().stream()
            .flatMap(out -> ResourceId.conflict(in, out).stream()))
        .limit(1)
        .map(how -> code().at(
            sink,
            "it adds to what source '%s' (%s) follows (%s)"
                .formatted(source.name(), source.site(), how)));
  }
}
