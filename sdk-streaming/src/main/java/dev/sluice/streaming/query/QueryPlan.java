package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanSink;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The part of a plan that one query runs.
 *
 * @param name of the query, and of its checkpoint's directory
 * @param plan the sinks that it writes, and what they need
 */
record QueryPlan(String name, Plan plan) {

  /** All sinks together: the name stays when a sink is added. */
  private static final String TOGETHER = "stream";

  /** Sinks of what is never final, beside others that wait until it is. */
  private static final String CHANGING = "changing";

  /** Before the name of a sink that has a query of its own. */
  private static final String ALONE = "sinks/";

  static List<QueryPlan> of(Plan plan, boolean eachSinkAlone) {
    return eachSinkAlone
        ? plan.sinks().stream()
            .map(sink -> new QueryPlan(ALONE + sink.name(), only(plan, List.of(sink))))
            .toList()
        : together(plan);
  }

  private static List<QueryPlan> together(Plan plan) {
    Map<Boolean, List<PlanSink>> changing =
        plan.sinks().stream()
            .collect(Collectors.partitioningBy(sink -> OutputModes.isNeverFinal(plan, sink)));
    boolean isOne =
        changing.get(true).isEmpty()
            || plan.sinks().stream().noneMatch(sink -> OutputModes.waitsForFinal(plan, sink));
    return isOne
        ? List.of(new QueryPlan(TOGETHER, plan))
        : List.of(
            new QueryPlan(TOGETHER, only(plan, changing.get(false))),
            new QueryPlan(CHANGING, only(plan, changing.get(true))));
  }

  /** The name in parts; that of a sink may have a slash in it. */
  List<String> path() {
    return name.startsWith(ALONE)
        ? List.of(ALONE.substring(0, ALONE.length() - 1), name.substring(ALONE.length()))
        : List.of(name);
  }

  private static Plan only(Plan plan, List<PlanSink> sinks) {
    return new Plan(plan.name(), plan.sources(), sinks);
  }
}
