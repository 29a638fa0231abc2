package dev.sluice.streaming.plan;

import dev.sluice.plan.EventTimes;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Aggregate;
import java.util.List;
import java.util.Set;

/**
 * Groups that no time closes, neither by a window nor by a key that is the event time: a row that
 * comes at any time may change them.
 */
public final class ChangingGroups {

  private ChangingGroups() {}

  /** The aggregations of a stream whose groups are never final, in the order of the plan. */
  public static List<PlanNode> of(StreamCut cut) {
    EventTimes times = new EventTimes();
    cut.plan().stages().forEach(times::of);
    return cut.plan().stages().stream()
        .filter(cut.remembering()::contains)
        .filter(stage -> stage.verb() instanceof Aggregate groups
            && groups.window().isEmpty()
            && (groups.subtotals().isPresent()
                || groups.keys().stream().noneMatch(key -> isIn(times.of(stage.input()), key))))
        .toList();
  }

  private static boolean isIn(Set<String> times, ExprNode key) {
    return key instanceof ExprNode.Field field && times.contains(field.accessor());
  }
}
