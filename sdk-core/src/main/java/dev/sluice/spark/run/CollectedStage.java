package dev.sluice.spark.run;

import dev.sluice.PipelineException;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import java.util.List;
import java.util.function.Supplier;

/** Rows of a stage that come to this JVM outside a run. */
final class CollectedStage {

  private CollectedStage() {}

  /**
   * Computes the rows.
   *
   * @throws PipelineException if that fails, naming the stage, the line and the reason
   */
  static <T> List<T> rows(String pipeline, PlanNode stage, Supplier<List<T>> compute) {
    try {
      return compute.get();
    } catch (PipelineException e) {
      throw e;
    } catch (Exception e) { // Spark throws checked ones too
      throw new PipelineException(
          pipeline,
          FailureText.of(Plan.stagesOf(stage), "collecting rows", stage, stage.site(), e),
          e);
    }
  }
}
