package dev.sluice.streaming.query;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.streaming.plan.StreamCut;
import org.apache.spark.sql.streaming.OutputMode;

/**
 * What a query hands to an epoch: as a rule rows that are final. Groups that are never final, because
 * no time closes them, are handed over each time they change, for sinks that replace them by key.
 */
final class OutputModes {

  private OutputModes() {}

  static OutputMode of(StreamCut cut) {
    return cut.remembering().stream().anyMatch(OutputModes::isNeverFinal)
        ? OutputMode.Update()
        : OutputMode.Append();
  }

  private static boolean isNeverFinal(PlanNode stage) {
    return stage.verb() instanceof Aggregate aggregate && aggregate.window().isEmpty();
  }
}
