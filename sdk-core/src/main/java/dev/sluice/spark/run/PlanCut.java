package dev.sluice.spark.run;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.text.OneLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a plan that an execution computes: from the stages whose rows are given, or else from
 * the sources, to the sinks.
 *
 * @param plan the whole
 * @param given the stages whose rows are given, so that nothing before them is needed
 */
record PlanCut(Plan plan, Set<PlanNode> given) {

  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException if a stage is none of the plan, or if its rejected rows would
   *     still have to be computed
   */
  PlanCut {
    given = Set.copyOf(given);
    List<PlanNode> all = plan.stages();
    for (PlanNode stage : given) {
      if (!all.contains(stage)) {
        throw new IllegalArgumentException(
            "rows are given for stage '%s' (%s), which pipeline '%s' does not have"
                .formatted(
                    OneLine.of(stage.name()), stage.site(), OneLine.of(plan.name())));
      }
    }
    for (PlanNode stage : plan.stages(given)) {
      if (stage.is(Rejects.class)
          && !given.contains(stage)
          && given.contains(stage.input())
          && !stage.input().inputs().isEmpty()) {
        throw new IllegalArgumentException(
            "the accepted rows of stage '%s' (%s) are given, so its rejected rows have to be given too: give those of stage '%s'"
                .formatted(
                    OneLine.of(stage.input().name()),
                    stage.input().site(),
                    OneLine.of(stage.name())));
      }
    }
  }

  /** The whole plan: no rows are given. */
  static PlanCut none(Plan plan) {
    return new PlanCut(plan, Set.of());
  }

  List<PlanSink> sinks() {
    return plan.sinks();
  }

  /** The stages that are given or computed, each once, inputs first. */
  List<PlanNode> stages() {
    return plan.stages(given);
  }

  /** A stage and what is computed or given before it, inputs first. */
  List<PlanNode> upTo(PlanNode stage) {
    return Plan.stagesOf(stage, given);
  }

  /** The same, but nothing before stages whose rows are kept. */
  List<PlanNode> upTo(PlanNode stage, Set<PlanNode> kept) {
    return Plan.stagesOf(stage, ends(kept));
  }

  /** The stages before which nothing is computed. */
  Set<PlanNode> ends(Set<PlanNode> kept) {
    Set<PlanNode> ends = new HashSet<>(given);
    ends.addAll(kept);
    return ends;
  }

  /** Whether a sink needs rows that are rejected here, or in what is given. */
  boolean takesRejected(PlanSink sink) {
    return upTo(sink.stage()).stream().anyMatch(stage -> stage.is(Rejects.class));
  }

  boolean isGiven(PlanNode stage) {
    return given.contains(stage);
  }
}
