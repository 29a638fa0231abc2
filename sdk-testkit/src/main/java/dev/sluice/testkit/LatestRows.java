package dev.sluice.testkit;

import dev.sluice.connect.WriteMode;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.record.RecordComponentType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a sink's rows is final: a group that no time closes comes each time it changes, and the
 * last row of its key is the one that counts.
 */
final class LatestRows {

  private LatestRows() {}

  static List<Record> of(PlanSink sink, List<Record> rows) {
    return key(sink).map(key -> latest(key, rows)).orElse(rows);
  }

  private static List<Record> latest(List<RecordComponentType> key, List<Record> rows) {
    Map<List<Object>, Record> latest = new LinkedHashMap<>();
    rows.forEach(row -> latest.put(Sameness.key(row, key), row));
    return List.copyOf(latest.values());
  }

  /** The key that the sink replaces rows by, or else that of the groups. */
  private static Optional<List<RecordComponentType>> key(PlanSink sink) {
    PlanNode stage = sink.stage();
    if (sink.sink().mode() instanceof WriteMode.Upsert upsert) {
      return Optional.of(components(stage, upsert.key()));
    }
    return stage
        .verb(Aggregate.class)
        .filter(groups -> groups.window().isEmpty())
        .map(
            groups -> components(
                stage,
                groups.outputs().stream()
                    .filter(
                        output -> output.value() instanceof ExprNode.Key
                            || output.value() instanceof ExprNode.KeyOf)
                    .map(output -> output.component())
                    .toList()));
  }

  private static List<RecordComponentType> components(PlanNode stage, List<String> names) {
    return stage.record().components().stream()
        .filter(component -> names.contains(component.name()))
        .toList();
  }
}
