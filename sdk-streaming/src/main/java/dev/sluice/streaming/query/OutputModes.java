package dev.sluice.streaming.query;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Sql;
import dev.sluice.plan.verb.Transform;
import dev.sluice.streaming.plan.ChangingGroups;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.streaming.state.KeyedRows;
import dev.sluice.streaming.state.LatestRow;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.streaming.OutputMode;

/**
 * What a query hands to an epoch: as a rule rows that are final. Groups that are never final, because
 * no time closes them, are handed over each time they change, for sinks that replace them by key. One
 * query can do one of the two.
 */
final class OutputModes {

  private OutputModes() {}

  static OutputMode of(StreamCut cut) {
    return neverFinal(cut).isEmpty() ? OutputMode.Append() : OutputMode.Update();
  }

  /** The sinks that get rows that may come again, changed. */
  static List<PlanSink> neverFinal(StreamCut cut) {
    List<PlanNode> changing = ChangingGroups.of(cut);
    return cut.plan().sinks().stream()
        .filter(
            sink -> remembers(
                cut, sink, stage -> stage.is(LatestRow.class) || changing.contains(stage)))
        .toList();
  }

  /** Whether a sink gets rows that would come before they are final, if changes were handed over. */
  static boolean waitsForFinal(StreamCut cut, PlanSink sink) {
    return remembers(
        cut,
        sink,
        stage -> stage.is(Join.class)
            || stage.is(KeyedRows.class)
            || stage.is(Sql.class)
            || stage.is(Transform.class)
            || (stage.verb() instanceof Aggregate groups && groups.window().isPresent()));
  }

  private static boolean remembers(StreamCut cut, PlanSink sink, Predicate<PlanNode> of) {
    return sink.stage().upstream().filter(cut.remembering()::contains).anyMatch(of);
  }
}
