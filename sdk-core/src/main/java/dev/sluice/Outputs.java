package dev.sluice;

import dev.sluice.expr.Assignment;
import dev.sluice.expr.Projection;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Invalid;
import dev.sluice.plan.Output;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The components that come out of a stage, from a mapping by position or by name. */
final class Outputs {

  /** No component has this name. */
  private static final String INVALID = "?";

  private Outputs() {}

  static List<Output> of(Projection<?, ?> row) {
    List<String> names = RecordType.of(row.record()).componentNames();
    List<Output> outputs = new ArrayList<>();
    for (int i = 0; i < row.values().size(); i++) {
      // too many values only where the constructor is not the canonical one, which is refused
      String name = i < names.size() ? names.get(i) : INVALID;
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
              source -> values.put(
                  target.name(), new Field(source.name(), 0, dev.sluice.plan.CallSite.here())));
    }
    List<Output> invalid = new ArrayList<>();
    Set<String> set = new HashSet<>();
    for (Assignment<S, R> assignment : assignments) {
      if (assignment.target() instanceof Field field) {
        if (!set.add(field.accessor())) {
          String problem = "'%s' is set twice: keep one".formatted(field.accessor());
          invalid.add(new Output(INVALID, new Invalid(problem, field.site())));
        }
        values.put(field.accessor(), assignment.value());
      } else {
        invalid.add(new Output(INVALID, assignment.target()));
      }
    }
    List<Output> outputs = new ArrayList<>(invalid);
    values.forEach((name, value) -> outputs.add(new Output(name, value)));
    List<String> order = RecordType.of(record).componentNames();
    outputs.sort(java.util.Comparator.comparingInt(o -> order.indexOf(o.component())));
    return outputs;
  }
}
