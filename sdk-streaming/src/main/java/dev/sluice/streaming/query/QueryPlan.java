package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanSink;
import dev.sluice.streaming.plan.StreamCut;
import java.util.List;

/**
 * The part of a plan that one query runs.
 *
 * @param name of the query, and of its checkpoint's directory
 * @param cut the sinks that it writes, what they need, and where that is cut
 */
record QueryPlan(String name, StreamCut cut) {

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
    StreamCut cut = StreamCut.of(plan);
    List<PlanSink> changing = OutputModes.neverFinal(cut);
    boolean isOne =
        changing.isEmpty()
            || plan.sinks().stream().noneMatch(sink -> OutputModes.waitsForFinal(cut, sink));
    if (isOne) {
      return List.of(new QueryPlan(TOGETHER, cut));
    }
    List<PlanSink> others =
        plan.sinks().stream().filter(sink -> !changing.contains(sink)).toList();
    return List.of(
        new QueryPlan(TOGETHER, only(plan, others)),
        new QueryPlan(CHANGING, only(plan, changing)));
  }

  Plan plan() {
    return cut.plan();
  }

  /** The name in parts; that of a sink may have a slash in it. */
  List<String> path() {
    return name.startsWith(ALONE)
        ? List.of(ALONE.substring(0, ALONE.length() - 1), name.substring(ALONE.length()))
        : List.of(name);
  }

  private static StreamCut only(Plan plan, List<PlanSink> sinks) {
    return StreamCut.of(new Plan(plan.name(), plan.sources(), sinks));
  }
}
