package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.plan.verb.Union;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** Sinks of what is never final, beside others that wait until it is. */
  private static final String CHANGING = "changing";

  /** Before the name of a sink that has a query of its own. */
  private static final String ALONE = "sinks/";

  static List<QueryPlan> of(Plan plan, StreamOptions options) {
    if (options.realTime().isPresent()) {
      return plan.sinks().stream().flatMap(sink -> inRealTime(plan, sink)).toList();
    }
    return options.eachSinkAlone()
        ? plan.sinks().stream().map(sink -> alone(plan, sink.name(), sink)).toList()
        : together(plan);
  }

  /**
   * A sink of what several stages reject gets a query for each of them: they read the same source, and
   * in real time a query reads none twice.
   */
  private static Stream<QueryPlan> inRealTime(Plan plan, PlanSink sink) {
    PlanNode stage = sink.stage();
    boolean isQuarantine =
        stage.is(Union.class) && stage.inputs().stream().allMatch(in -> in.is(Rejects.class));
    return isQuarantine
        ? stage.inputs().stream()
            .map(
                part -> alone(
                    plan,
                    sink.name() + "/" + part.input().name(),
                    new PlanSink(sink.name(), part, sink.sink(), sink.site())))
        : Stream.of(alone(plan, sink.name(), sink));
  }

  private static QueryPlan alone(Plan plan, String name, PlanSink sink) {
    return new QueryPlan(ALONE + name, only(plan, List.of(sink)));
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

  /** Its name in Spark's UI and metrics. */
  String shownAs() {
    return plan.name() + "/" + name;
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
