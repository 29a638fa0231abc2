package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Refresh;
import java.util.stream.Stream;

/** A table that is to be read anew at times of its own. */
final class RefreshInRealTime implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "RTM-011",
        "refreshEvery(…) is said of a table that a stream in real time joins",
        "it would never be looked at, for in real time a table is planned once, when the stream starts",
        "leave it out, or use readOnce()");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().stages().stream()
        .filter(plan.cut()::isKept)
        .filter(stage -> stage.verb(Refresh.class).orElseThrow().every().isPresent())
        .map(stage -> code().at(stage, "the table is to be read anew at times of its own"));
  }
}
