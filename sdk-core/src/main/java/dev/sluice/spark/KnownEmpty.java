package dev.sluice.spark;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Dedupe;
import dev.sluice.plan.PlanNode.Distinct;
import dev.sluice.plan.PlanNode.Filter;
import dev.sluice.plan.PlanNode.Limit;
import dev.sluice.plan.PlanNode.Sample;
import dev.sluice.plan.PlanNode.Select;
import dev.sluice.plan.PlanNode.Sort;
import dev.sluice.plan.PlanNode.Union;
import java.util.HashSet;
import java.util.Set;

/** Which stages have no rows, known without computing them. */
final class KnownEmpty {

  private final Set<PlanNode> empty = new HashSet<>();

  void add(PlanNode stage) {
    empty.add(stage);
  }

  /** Whether the stage certainly has no rows: it only passes on those of stages that have none. */
  boolean contains(PlanNode stage) {
    return empty.contains(stage)
        || (passesOn(stage) && stage.inputs().stream().allMatch(this::contains));
  }

  private static boolean passesOn(PlanNode stage) {
    return stage instanceof Union
        || stage instanceof Filter
        || stage instanceof Select
        || stage instanceof Sort
        || stage instanceof Distinct
        || stage instanceof Dedupe
        || stage instanceof Limit
        || stage instanceof Sample;
  }
}
