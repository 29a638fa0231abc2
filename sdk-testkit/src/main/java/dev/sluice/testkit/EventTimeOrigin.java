package dev.sluice.testkit;

import dev.sluice.plan.Change;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.EventTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the event time of a stage is read.
 *
 * @param source the source that has it
 * @param component the component of its record
 * @param lateness how late a row may come
 */
record EventTimeOrigin(PlanNode source, String component, Duration lateness) {

  /** The origins of a stage's event time; none if it is computed on the way. */
  static List<EventTimeOrigin> of(PlanNode stage) {
    EventTime time = stage.verb(EventTime.class).orElseThrow();
    List<EventTimeOrigin> found = new ArrayList<>();
    if (time.column() instanceof ExprNode.Field field) {
      collect(stage.input(), field.accessor(), time.lateness(), found);
    }
    return found;
  }

  private static void collect(
      PlanNode stage, String component, Duration lateness, List<EventTimeOrigin> found) {
    if (stage.inputs().isEmpty()) {
      found.add(new EventTimeOrigin(stage, component, lateness));
      return;
    }
    if (stage.verb().changes().stream()
        .anyMatch(
            change -> change instanceof Change.Sets sets && sets.component().equals(component))) {
      return;
    }
    for (Output output : stage.verb().outputs()) {
      if (output.component().equals(component)
          && output.value() instanceof ExprNode.Field field
          && field.input() < stage.inputs().size()) {
        collect(stage.inputs().get(field.input()), field.accessor(), lateness, found);
      }
    }
    IntStream.range(0, stage.inputs().size())
        .filter(stage.verb()::passes)
        .forEach(input -> collect(stage.inputs().get(input), component, lateness, found));
  }
}
