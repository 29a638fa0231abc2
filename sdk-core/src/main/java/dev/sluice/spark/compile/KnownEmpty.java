package dev.sluice.spark.compile;

import dev.sluice.plan.PlanNode;
import java.util.HashSet;
import java.util.Set;

/** Which stages have no rows, known without computing them. */
public final class KnownEmpty {

  private final Set<PlanNode> empty = new HashSet<>();

  public void add(PlanNode stage) {
    empty.add(stage);
  }

  /** Whether the stage certainly has no rows: it only passes on those of stages that have none. */
  public boolean contains(PlanNode stage) {
    return empty.contains(stage)
        || (passesOn(stage) && stage.inputs().stream().allMatch(this::contains));
  }

  /** A stage that counts what it rejects is run, so that it has its counts. */
  private static boolean passesOn(PlanNode stage) {
    return stage.verb().traits().needsRows()
        && !stage.inputs().isEmpty()
        && !stage.verb().rejects();
  }
}
