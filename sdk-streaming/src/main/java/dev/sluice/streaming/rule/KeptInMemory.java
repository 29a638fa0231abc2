package dev.sluice.streaming.rule;

import dev.sluice.io.memory.InMemorySink;
import dev.sluice.plan.Problem;
import java.util.stream.Stream;

/** A sink that keeps rows in this JVM. */
final class KeptInMemory implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "SINK-005",
        "a sink keeps its rows in this JVM",
        "memory fills as long as the stream goes on, and nothing is left after it",
        "keep that for tests, and write to a store");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().sinks().stream()
        .filter(sink -> sink.sink() instanceof InMemorySink<?>)
        .map(sink -> code().at(sink, "the rows are kept in this JVM"));
  }
}
