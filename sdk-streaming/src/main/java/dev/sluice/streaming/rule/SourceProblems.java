package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.streaming.plan.StreamCut;
import java.util.stream.Stream;

/** A source that could be followed, and is configured so that it cannot. */
final class SourceProblems implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "SOURCE-002",
        "a source is configured for a batch, as with until(…)",
        "it cannot be followed",
        "leave out what a stream has not");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().followed().stream()
        .flatMap(
            stage -> StreamCut.source(stage).streamProblems().stream()
                .map(problem -> code().says(stage.name(), stage.site(), problem)));
  }
}
