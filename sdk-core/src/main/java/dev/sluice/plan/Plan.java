package dev.sluice.plan;

import java.util.List;
import java.util.Set;

/**
 * A whole pipeline as data: its sinks and, through them, every stage. Validators, renderers and the
 * compiler to Spark are readers of it.
 *
 * @param name the pipeline's name
 * @param sources every declared source, also one that nothing reads
 * @param sinks the sinks, in the order they were written
 */
public record Plan(String name, List<PlanNode> sources, List<PlanSink> sinks) {

  public Plan {
    sources = List.copyOf(sources);
    sinks = List.copyOf(sinks);
  }

  /** A stage and every other that it needs, each once, inputs first. */
  public static List<PlanNode> stagesOf(PlanNode stage) {
    return PlanOrder.of(List.of(stage));
  }

  /** The same, but of what is given, which needs no inputs, nothing before it. */
  public static List<PlanNode> stagesOf(PlanNode stage, Set<PlanNode> given) {
    return PlanOrder.of(List.of(stage), given);
  }

  /** Every stage that a sink needs, each once, inputs first. */
  public List<PlanNode> stages() {
    return stages(Set.of());
  }

  /** The same, but of what is given, which needs no inputs, nothing before it. */
  public List<PlanNode> stages(Set<PlanNode> given) {
    return PlanOrder.of(sinks.stream().map(PlanSink::stage).toList(), given);
  }
}
