package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.streaming.plan.StreamCut;
import java.util.stream.Stream;

/** A source that is configured so that a stream of it may surprise. */
final class SourceDoubts implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "SOURCE-003",
        "a source may lose rows without a word, share them with others, or give the first epoch all there are",
        "what comes out is not what was expected",
        "see the message, which is the source's own");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().followed().stream()
        .flatMap(
            stage -> StreamCut.source(stage).streamWarnings().stream()
                .map(doubt -> code().says(stage.name(), stage.site(), doubt)));
  }
}
