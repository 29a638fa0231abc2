package dev.sluice.spark.run;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which stages of a plan keep their rows for the length of a run, and where.
 *
 * @param bySinks those whose rows are read back from the sink that writes them
 * @param inMemory those that Spark keeps, in memory and on disk, inputs first
 * @param judged those of them that keep accepted and rejected rows
 */
record StorePlan(Map<PlanNode, PlanSink> bySinks, List<PlanNode> inMemory, Set<PlanNode> judged) {

  /**
   * Of a run.
   *
   * @param readBack whether what a sink has written may be read back: a batch of a stream is only a
   *     part of what is there
   */
  static StorePlan of(PlanCut plan, boolean readBack) {
    List<PlanNode> shared = SharedStages.of(plan);
    Map<PlanNode, PlanSink> bySinks = new HashMap<>();
    for (PlanSink sink : plan.sinks()) {
      if (readBack && shared.contains(sink.stage()) && StageStores.readBack(sink).isPresent()) {
        bySinks.putIfAbsent(sink.stage(), sink);
      }
    }
    Set<PlanNode> kept = new HashSet<>(shared);
    kept.removeAll(bySinks.keySet());
    List<PlanNode> judged = JudgedOnce.of(plan, List.copyOf(kept));
    kept.addAll(judged);
    judged.forEach(bySinks::remove);
    return new StorePlan(
        Map.copyOf(bySinks),
        plan.stages().stream().filter(kept::contains).toList(),
        Set.copyOf(judged));
  }
}
