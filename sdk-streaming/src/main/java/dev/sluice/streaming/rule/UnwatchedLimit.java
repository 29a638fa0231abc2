package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.RejectLimit;
import dev.sluice.plan.verb.Clean;
import java.util.stream.Stream;

/** A limit of rejected rows where no execution of an epoch watches it. */
final class UnwatchedLimit implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "STATE-006",
        "a limit of rejected rows stands before a stage that remembers",
        "nobody watches it, and the stream goes on however many are rejected",
        "watch the counts of the stage in the report");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Clean.class)
        .filter(clean -> !clean.verb().limit().equals(RejectLimit.NONE))
        .filter(clean -> plan.cut().before().contains(clean.stage()))
        .map(clean -> code().at(
            clean.stage(), "the rows are judged before a stage that remembers"));
  }
}
