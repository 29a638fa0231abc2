package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanSink;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of a plan that one query runs.
 *
 * @param name of the query, and of its checkpoint's directory
 * @param plan the sinks that it writes, and what they need
 */
record QueryPlan(String name, Plan plan) {

  /** All sinks together: the name stays when a sink is added. */
  private static final String TOGETHER = "stream";

  static List<QueryPlan> of(Plan plan, boolean eachSinkAlone) {
    return eachSinkAlone
        ? plan.sinks().stream()
            .map(sink -> new QueryPlan("sinks/" + sink.name(), alone(plan, sink)))
            .toList()
        : List.of(new QueryPlan(TOGETHER, plan));
  }

  private static Plan alone(Plan plan, PlanSink sink) {
    return new Plan(plan.name(), plan.sources(), Stream.of(sink).toList());
  }
}
