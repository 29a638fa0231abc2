package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RowFlow;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.EventTime;
import dev.sluice.plan.verb.Filter;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Limit;
import dev.sluice.plan.verb.Lookup;
import dev.sluice.plan.verb.Read;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.plan.verb.Sort;
import dev.sluice.plan.verb.Sql;
import dev.sluice.plan.verb.TimedBy;
import dev.sluice.plan.verb.Transform;
import dev.sluice.plan.verb.Union;
import dev.sluice.streaming.bridge.RealTimeMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stage that does not work off one row after the other.
 *
 * @param mode what Spark can do
 */
record RowsHeldBack(RealTimeMode mode) implements StreamRule {

  /** Of code of users Spark says in the first epoch what it does not run. */
  private static final List<Class<? extends Verb>> ROW_BY_ROW =
      List.of(
          Read.class,
          Filter.class,
          Clean.class,
          Rejects.class,
          Union.class,
          Join.class,
          TimedBy.class,
          Transform.class,
          Sql.class);

  @Override
  public Code code() {
    return Code.refused(
        "RTM-007",
        "a stage of a stream in real time waits for other rows, or is none that Spark runs in real time: a lookup, late rows, a sample",
        "rows would come with the checkpoint and not at once, or not at all",
        "leave the stage out, join a table in place of a lookup, or take a trigger of epochs");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed()
        .filter(stage -> !plan.cut().remembering().contains(stage))
        .filter(stage -> !stage.is(Sort.class) && !stage.is(Limit.class))
        .filter(stage -> ROW_BY_ROW.stream().noneMatch(stage::is) && !mapsRows(stage))
        .filter(stage -> !(stage.is(EventTime.class) && mode.runs(RealTimeMode.EVENT_TIME)))
        .map(stage -> code().at(stage, found(stage)));
  }

  /** As verbs of modules may. */
  private static boolean mapsRows(PlanNode stage) {
    Traits traits = stage.verb().traits();
    return traits.flow() == RowFlow.MAPS && traits.light();
  }

  private String found(PlanNode stage) {
    return stage.is(Lookup.class)
        ? "a lookup asks for many rows at once, and waits until it has them"
        : "Spark %s does not run %s row by row".formatted(mode.spark(), stage.verb().name());
  }
}
