package dev.sluice.spark.run;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Rejects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the stages that are worth computing once: those that would be computed more than once for
 * the sinks, and cost more than reading their source again.
 */
final class SharedStages {

  private final Map<PlanNode, List<PlanNode>> consumers = new HashMap<>();
  private final Map<PlanNode, Integer> sinks = new HashMap<>();
  private final Map<PlanNode, Integer> evaluations = new HashMap<>();
  private final Set<PlanNode> costly = new HashSet<>();
  private final Set<PlanNode> shared = new HashSet<>();

  private final PlanCut plan;

  private SharedStages(PlanCut plan) {
    this.plan = plan;
  }

  /** The shared stages of a plan, inputs first. */
  static List<PlanNode> of(Plan plan) {
    return of(PlanCut.none(plan));
  }

  /** The same of what an execution computes. What it took to get given rows is not known. */
  static List<PlanNode> of(PlanCut plan) {
    SharedStages shared = new SharedStages(plan);
    List<PlanNode> stages = plan.stages();
    shared.connect(stages);
    List<PlanNode> fromTheEnds = new ArrayList<>(stages);
    Collections.reverse(fromTheEnds);
    fromTheEnds.forEach(shared::decide);
    stages.forEach(shared::dropIfCheap);
    shared.addWhatCannotBeRepeated(stages);
    return stages.stream().filter(shared.shared::contains).toList();
  }

  private void connect(List<PlanNode> stages) {
    for (PlanSink sink : plan.sinks()) {
      sinks.merge(sink.stage(), 1, Integer::sum);
    }
    for (PlanNode stage : stages) {
      for (PlanNode input : plan.isGiven(stage) ? List.<PlanNode>of() : stage.inputs()) {
        // rejected rows are computed only if there are any, so they do not count as a use
        if (!stage.is(Rejects.class)) {
          consumers.computeIfAbsent(input, i -> new ArrayList<>()).add(stage);
        }
      }
    }
  }

  /** A stage computed once counts once for its inputs, however many read it. */
  private void decide(PlanNode stage) {
    List<PlanNode> readers = consumers.getOrDefault(stage, List.of());
    int uses =
        sinks.getOrDefault(stage, 0)
            + readers.stream().mapToInt(r -> shared.contains(r) ? 1 : evaluations.get(r)).sum();
    evaluations.put(stage, uses);
    boolean branches = readers.size() + sinks.getOrDefault(stage, 0) > 1;
    if (uses > 1 && branches && feedsSeveralSinks(stage)) {
      shared.add(stage);
    }
  }

  /** Within one sink Spark itself reuses exchanges. */
  private boolean feedsSeveralSinks(PlanNode stage) {
    Set<PlanNode> seen = new HashSet<>();
    return countSinks(stage, seen) > 1;
  }

  private int countSinks(PlanNode stage, Set<PlanNode> seen) {
    List<PlanNode> open = new ArrayList<>(List.of(stage));
    int count = 0;
    while (!open.isEmpty()) {
      PlanNode next = open.remove(open.size() - 1);
      if (seen.add(next)) {
        count += sinks.getOrDefault(next, 0);
        open.addAll(consumers.getOrDefault(next, List.of()));
      }
    }
    return count;
  }

  /**
   * Computing a stage must take more than filters and projections over a scan or over a stage that
   * is kept already. Stages come inputs first.
   */
  private void dropIfCheap(PlanNode stage) {
    boolean needsMore =
        plan.isGiven(stage)
            || isExpensive(stage)
            || stage.inputs().stream()
                .anyMatch(input -> costly.contains(input) && !shared.contains(input));
    if (needsMore) {
      costly.add(stage);
    } else {
      shared.remove(stage);
    }
  }

  /**
   * Rejected rows are computed from the beginning again, and a limit, or what nobody knows, could
   * give other rows then.
   */
  private void addWhatCannotBeRepeated(List<PlanNode> stages) {
    stages.stream()
        .filter(stage -> stage.is(Rejects.class) && !plan.isGiven(stage))
        .flatMap(rejects -> plan.upTo(rejects.input()).stream())
        .filter(stage -> !plan.isGiven(stage) && !stage.verb().traits().repeatable())
        .forEach(shared::add);
  }

  /** Whether the stage by itself shuffles rows, parses texts or calls the user's code. */
  private static boolean isExpensive(PlanNode stage) {
    return !stage.verb().traits().light()
        || stage
            .expressions()
            .flatMap(ExprNode::tree)
            .anyMatch(ExprNode::costly);
  }
}
