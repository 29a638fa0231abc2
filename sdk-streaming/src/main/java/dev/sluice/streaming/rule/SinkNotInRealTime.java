package dev.sluice.streaming.rule;

import dev.sluice.connect.RealTimeSink;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import java.util.stream.Stream;

/** A sink that takes epochs alone, also one of rejected rows: none may be lost without a word. */
final class SinkNotInRealTime implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "RTM-004",
        "a sink of a stream in real time is none that Spark writes row by row",
        "its rows would go nowhere",
        "write to a topic of Kafka, rejected rows to deadLetters(), or take a trigger of epochs");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().sinks().stream().flatMap(this::problems);
  }

  private Stream<Problem> problems(PlanSink sink) {
    return sink.sink() instanceof RealTimeSink<?> realTime
        ? realTime.realTimeProblems().stream()
            .map(problem -> code().says(sink.name(), sink.site(), problem))
        : Stream.of(
            code().at(
                sink, "%s is written epoch by epoch".formatted(sink.sink().description())));
  }
}
