package dev.sluice.spark.compile;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds plans that grow by repetition: Spark's plan of {@code x.union(x)} holds that of {@code x}
 * twice, so ten such stages in a row hold it a thousand times.
 */
public final class RepeatedStages {

  /** Less than this plans in well under a second. */
  private static final long MANY = 256;

  private RepeatedStages() {}

  /** Advice for each sink in whose plan a stage stands too often. */
  public static List<String> advice(Plan plan) {
    return plan.sinks().stream().flatMap(sink -> advice(sink).stream()).toList();
  }

  private static Optional<String> advice(PlanSink sink) {
    Map<PlanNode, Long> times = new HashMap<>();
    times.put(sink.stage(), 1L);
    List<PlanNode> stages = sink.stage().upstream().toList();
    PlanNode most = sink.stage();
    for (int i = stages.size() - 1; i >= 0; i--) {
      PlanNode stage = stages.get(i);
      long of = times.get(stage);
      most = of > times.get(most) ? stage : most;
      stage.inputs().forEach(input -> times.merge(input, of, RepeatedStages::plus));
    }
    long repeated = times.get(most);
    return repeated < MANY
        ? Optional.empty()
        : Optional.of(
            "Stage %s (%s) stands %d times in the plan of sink %s, because stages that use it twice follow each other; planning takes longer with each. Write a stage between them to a place of its own, and read that."
                .formatted(most.name(), most.site(), repeated, sink.name()));
  }

  private static long plus(long a, long b) {
    return a + b < 0 ? Long.MAX_VALUE : a + b;
  }
}
