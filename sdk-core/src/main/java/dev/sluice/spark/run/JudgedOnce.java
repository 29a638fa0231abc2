package dev.sluice.spark.run;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.RejectLimit;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Rejects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which stages judge their rows once, and keep them for those who want the accepted and for
 * those who want the rejected ones. For the others rejected rows are computed from the source
 * again, if there are any: that costs nothing where nothing is rejected.
 */
final class JudgedOnce {

  private final PlanCut plan;
  private final Set<PlanNode> kept;

  private JudgedOnce(PlanCut plan, Set<PlanNode> kept) {
    this.plan = plan;
    this.kept = kept;
  }

  /**
   * The stages of a plan that do, inputs first.
   *
   * @param inMemory the stages whose rows are kept for several sinks anyway
   */
  static List<PlanNode> of(PlanCut plan, List<PlanNode> inMemory) {
    JudgedOnce decision = new JudgedOnce(plan, new HashSet<>(inMemory));
    List<PlanNode> once = new ArrayList<>();
    for (PlanNode stage : bothWanted(plan)) {
      if (inMemory.contains(stage) || hasLimit(stage) || decision.isWorthKeeping(stage)) {
        once.add(stage);
        decision.kept.add(stage);
      }
    }
    return once;
  }

  /** The stages whose accepted and rejected rows are both read. */
  private static List<PlanNode> bothWanted(PlanCut plan) {
    List<PlanNode> stages = plan.stages();
    Set<PlanNode> rejected = new HashSet<>();
    Set<PlanNode> accepted = new HashSet<>();
    plan.sinks().stream().map(PlanSink::stage).forEach(accepted::add);
    for (PlanNode stage : stages) {
      if (!plan.isGiven(stage)) {
        (stage.is(Rejects.class) ? rejected : accepted).addAll(stage.inputs());
      }
    }
    return stages.stream().filter(rejected::contains).filter(accepted::contains).toList();
  }

  /** A limit is looked at before anything is written, and the rows are kept for the sinks. */
  private static boolean hasLimit(PlanNode stage) {
    return stage.verb(Clean.class)
        .filter(clean -> !clean.limit().equals(RejectLimit.NONE))
        .isPresent();
  }

  private boolean isWorthKeeping(PlanNode stage) {
    return plan.upTo(stage, kept).stream()
        .filter(node -> !kept.contains(node))
        .anyMatch(node -> plan.isGiven(node) || isCostly(node) || !isRepeatable(node));
  }

  /**
   * What code of the user's costs nobody knows. All else is cheaper to compute again for the few
   * rows that are rejected, if any are, than to keep every row for them.
   */
  private static boolean isCostly(PlanNode stage) {
    return stage
        .expressions()
        .flatMap(ExprNode::tree)
        .anyMatch(ExprNode.Udf.class::isInstance);
  }

  /** Whether the stage gives the same rows each time, so that no row is accepted and rejected. */
  private static boolean isRepeatable(PlanNode stage) {
    return stage.verb().traits().repeatable()
        && stage.expressions().flatMap(ExprNode::tree).allMatch(ExprNode::deterministic);
  }
}
