package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.RejectLimit;
import dev.sluice.plan.verb.Clean;
import java.util.stream.Stream;

/** A limit of rejected rows, which can be looked at only when rows wait for each other. */
final class LimitInRealTime implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "RTM-009",
        "a stage of a stream in real time has a limit of rejected rows",
        "rows would have gone on before it is known",
        "leave the limit out, and watch the counts of the stage in the reports");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Clean.class)
        .filter(clean -> !clean.verb().limit().equals(RejectLimit.NONE))
        .map(clean -> code().at(clean.stage(), "how many rows are rejected has a limit"));
  }
}
