package dev.sluice.testkit.stream;

import dev.sluice.connect.Sink;
import dev.sluice.connect.Source;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Read;
import dev.sluice.streaming.plan.StreamCut;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A plan with other sources and sinks; every stage in between is as it was, under its name. */
final class Rewiring {

  private final Function<PlanNode, Source<?>> sources;
  private final Map<PlanNode, PlanNode> done = new HashMap<>();

  private Rewiring(Function<PlanNode, Source<?>> sources) {
    this.sources = sources;
  }

  /**
   * Replaces the sources that are followed, and all sinks.
   *
   * @param sources what a stage reads in place of its source
   * @param sinks what a sink becomes
   */
  static Plan of(
      Plan plan, Function<PlanNode, Source<?>> sources, Function<PlanSink, Sink<?>> sinks) {
    Rewiring rewiring = new Rewiring(sources);
    List<PlanSink> ends =
        plan.sinks().stream()
            .map(
                sink -> new PlanSink(
                    sink.name(),
                    rewiring.stage(sink.stage()),
                    sinks.apply(sink),
                    sink.site()))
            .toList();
    return new Plan(plan.name(), plan.sources().stream().map(rewiring::stage).toList(), ends);
  }

  private PlanNode stage(PlanNode stage) {
    PlanNode known = done.get(stage);
    if (known == null) {
      known =
          StreamCut.isFollowed(stage)
              ? new PlanNode(stage.origin(), new Read(sources.apply(stage)), List.of())
              : new PlanNode(
                  stage.origin(),
                  stage.verb(),
                  stage.inputs().stream().map(this::stage).toList());
      done.put(stage, known);
    }
    return known;
  }
}
