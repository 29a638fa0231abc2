package dev.sluice.plan;

import dev.sluice.annotation.Internal;
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
public record Plan(
    String name, @Internal List<PlanNode> sources, @Internal List<PlanSink> sinks) {

  @Internal
  public Plan {
    sources = List.copyOf(sources);
    sinks = List.copyOf(sinks);
  }

  /** A stage and every other that it needs, each once, inputs first. */
  @Internal
  public static List<PlanNode> stagesOf(PlanNode stage) {
    return PlanOrder.of(List.of(stage));
  }

  /** The same, but of what is given, which needs no inputs, nothing before it. */
  @Internal
  public static List<PlanNode> stagesOf(PlanNode stage, Set<PlanNode> given) {
    return PlanOrder.of(List.of(stage), given);
  }

  /** Every stage that a sink needs, each once, inputs first. */
  @Internal
  public List<PlanNode> stages() {
    return stages(Set.of());
  }

  /** The same, but of what is given, which needs no inputs, nothing before it. */
  @Internal
  public List<PlanNode> stages(Set<PlanNode> given) {
    return PlanOrder.of(sinks.stream().map(PlanSink::stage).toList(), given);
  }

  /**
   * The plan as JSON, with every expression and every constant, and for each stage a fingerprint of
   * what it computes. The same pipeline gives the same text in every JVM; the field {@code version}
   * counts the changes of its form. What secrets are in it is masked.
   */
  public String toJson() {
    return PlanJson.of(this);
  }

  /**
   * A short text for what a stage of this plan computes, with all stages before it; another one
   * means that it computes something else. Names of stages have no part in it; the code of users'
   * functions cannot be looked into.
   */
  @Internal
  public String fingerprint(PlanNode stage) {
    return new Fingerprints().of(stage);
  }

  /**
   * What this plan does differently from another, in words, a sentence each; empty if they do the
   * same: {@code "stage 'daily': key added: category"}.
   */
  public List<String> differencesFrom(Plan before) {
    return PlanDifference.between(before, this);
  }
}
