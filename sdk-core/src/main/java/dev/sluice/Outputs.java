package dev.sluice;

import dev.sluice.expr.Assignment;
import dev.sluice.expr.Projection;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.PlanNode.Output;
import dev.sluice.plan.RecordComponentType;
import dev.sluice.plan.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The components that come out of a stage, from a mapping by position or by name. */
final class Outputs {

  private Outputs() {}

  static List<Output> of(Projection<?, ?> row) {
    List<String> names = RecordType.of(row.record()).componentNames();
    List<Output> outputs = new ArrayList<>();
    for (int i = 0; i < row.values().size(); i++) {
      // another constructor than the canonical one has another number of components: validation
      // says so
      String name = i < names.size() ? names.get(i) : "#" + (i + 1);
      outputs.add(new Output(name, row.values().get(i)));
    }
    return outputs;
  }

  /**
   * Components that are neither set nor found by name and type are left out: validation reports
   * them.
   */
  static <S, R> List<Output> byName(
      RecordType from, Class<R> record, List<Assignment<S, R>> assignments) {
    Map<String, ExprNode> values = new LinkedHashMap<>();
    for (RecordComponentType target : RecordType.of(record).components()) {
      from.component(target.name())
          .filter(source -> source.logicalType().equals(target.logicalType()))
          .ifPresent(
              source ->
                  values.put(
                      target.name(), new Field(source.name(), 0, dev.sluice.plan.CallSite.here())));
    }
    List<Output> invalid = new ArrayList<>();
    for (Assignment<S, R> assignment : assignments) {
      if (assignment.target() instanceof Field field) {
        values.put(field.accessor(), assignment.value());
      } else {
        invalid.add(new Output("?", assignment.target()));
      }
    }
    List<Output> outputs = new ArrayList<>(invalid);
    values.forEach((name, value) -> outputs.add(new Output(name, value)));
    List<String> order = RecordType.of(record).componentNames();
    outputs.sort(java.util.Comparator.comparingInt(o -> order.indexOf(o.component())));
    return outputs;
  }
}
