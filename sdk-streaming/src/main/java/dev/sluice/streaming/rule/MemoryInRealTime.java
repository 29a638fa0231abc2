package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Dedupe;
import dev.sluice.plan.verb.Distinct;
import dev.sluice.plan.verb.Limit;
import dev.sluice.plan.verb.Sort;
import dev.sluice.streaming.bridge.RealTimeMode;
import java.util.stream.Stream;

/**
 * A stage that remembers rows.
 *
 * @param mode what Spark can do
 */
record MemoryInRealTime(RealTimeMode mode) implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "RTM-005",
        "a stage of a stream in real time remembers rows: groups, duplicates, a join of two streams, a function with state",
        "the query could not start",
        "leave the stage to a stream of epochs that reads what this one writes (Spark runs some of these from 4.3 on)");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed()
        .filter(stage -> plan.cut().remembering().contains(stage))
        // no stream has these
        .filter(stage -> !stage.is(Sort.class) && !stage.is(Limit.class))
        .filter(stage -> !runs(stage))
        .map(
            stage -> code().at(
                stage,
                "a %s has to remember rows, and Spark %s does not run that in real time"
                    .formatted(stage.verb().name(), mode.spark())));
  }

  /** Groups are never let through: they would come at each change, to sinks that only add. */
  private boolean runs(PlanNode stage) {
    return (stage.is(Distinct.class) || stage.is(Dedupe.class) || stage.is(Clean.class))
        && mode.runs(RealTimeMode.DEDUPE);
  }
}
