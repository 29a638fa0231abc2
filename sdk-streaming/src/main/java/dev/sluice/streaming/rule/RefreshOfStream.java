package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Refresh;
import java.util.stream.Stream;

/** A word about tables said of rows that come. */
final class RefreshOfStream implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "ROWS-009",
        "readOnce() or refreshEvery(…) is said of rows that are followed",
        "it says nothing",
        "take it away");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Refresh.class)
        .map(
            kept -> code().at(
                kept.stage(),
                "%s() is for tables, but these rows come from a stream"
                    .formatted(kept.verb().name())));
  }
}
