package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.EventTime;
import java.util.stream.Stream;

/** An event time that waits for no late row. */
final class NoLateness implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "TIME-003",
        "the lateness is zero",
        "a row is left out if one that happened later came an epoch before it",
        "say in eventTime(…) how late rows may be");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(EventTime.class)
        .filter(time -> time.verb().lateness().isZero())
        .map(time -> code().at(time.stage(), "no row may be late"));
  }
}
