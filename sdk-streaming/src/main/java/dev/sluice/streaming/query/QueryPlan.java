package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.plan.verb.Union;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.streaming.state.ApplyChanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  static List<QueryPlan> of(Plan plan, StreamOptions options) {
    if (options.realTime().isPresent()) {
      return plan.sinks().stream().flatMap(sink -> inRealTime(plan, sink)).toList();
    }
    return options.eachSinkAlone() ? apart(plan) : together(plan);
  }

  /**
   * Queries know nothing of each other, so the deletes of a table could run ahead of its upserts, and
   * a row that is gone come back. What is applied in one order is written by one query, which has the
   * name of its first sink.
   */
  private static List<QueryPlan> apart(Plan plan) {
    List<Ordered> queries = new ArrayList<>();
    for (PlanSink sink : plan.sinks()) {
      Ordered query = Ordered.of(sink);
      List<Ordered> related = queries.stream().filter(query::isRelatedTo).toList();
      queries.removeAll(related);
      queries.add(Stream.concat(related.stream(), Stream.of(query)).reduce(Ordered::and).get());
    }
    return queries.stream()
        .map(Ordered::sinks)
        .map(sinks -> alone(plan, sinks.get(0).name(), sinks))
        .toList();
  }

  /**
   * Sinks that have to be written in one order.
   *
   * @param sinks the sinks
   * @param changes the stages that say the order
   */
  private record Ordered(List<PlanSink> sinks, Set<PlanNode> changes) {

    static Ordered of(PlanSink sink) {
      return new Ordered(
          List.of(sink),
          sink.stage().upstream().filter(ApplyChanges::isIn).collect(Collectors.toSet()));
    }

    boolean isRelatedTo(Ordered other) {
      return !Collections.disjoint(changes, other.changes);
    }

    Ordered and(Ordered other) {
      return new Ordered(
          Stream.concat(sinks.stream(), other.sinks.stream()).toList(),
          Stream.concat(changes.stream(), other.changes.stream()).collect(Collectors.toSet()));
    }
  }

  /**
   * A sink of what stages reject gets a query for each of them: they read the same source, and in
   * real time a query reads none twice.
   */
  private static Stream<QueryPlan> inRealTime(Plan plan, PlanSink sink) {
    PlanNode stage = sink.stage();
    List<PlanNode> parts = stage.is(Union.class) ? stage.inputs() : List.of(stage);
    return parts.stream().allMatch(part -> part.is(Rejects.class))
        ? parts.stream()
            .map(
                part -> alone(
                    plan,
                    sink.name() + "/" + part.input().name(),
                    List.of(new PlanSink(sink.name(), part, sink.sink(), sink.site()))))
        : Stream.of(alone(plan, sink.name(), List.of(sink)));
  }

  private static QueryPlan alone(Plan plan, String name, List<PlanSink> sinks) {
    return new QueryPlan(ALONE + name, only(plan, sinks));
  }

  private static List<QueryPlan> together(Plan plan) {
    StreamCut cut = StreamCut.of(plan);
    List<PlanSink> changing = OutputModes.neverFinal(cut);
    List<PlanSink> others =
        plan.sinks().stream().filter(sink -> !changing.contains(sink)).toList();
    boolean isOne =
        changing.isEmpty()
            || others.isEmpty()
            || plan.sinks().stream().noneMatch(sink -> OutputModes.waitsForFinal(cut, sink));
    if (isOne) {
      return List.of(new QueryPlan(TOGETHER, cut));
    }
    return List.of(
        new QueryPlan(TOGETHER, only(plan, others)),
        new QueryPlan(CHANGING, only(plan, changing)));
  }

  Plan plan() {
    return cut.plan();
  }

  /** Its name in Spark's UI and metrics. */
  String shownAs() {
    return plan().name() + "/" + name;
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
