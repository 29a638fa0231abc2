package dev.sluice;

import dev.sluice.expr.Assignment;
import dev.sluice.expr.Projection;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Invalid;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    return byName(List.of(new Source(from, 0)), record, assignments);
  }

  /**
   * The same of several stages: what several of them have must be set.
   *
   * @param from the stages
   * @param inputs the position of each in the join
   */
  static <R> List<Output> byName(
      List<PlanNode> from,
      List<Integer> inputs,
      Class<R> record,
      List<? extends Assignment<?, R>> assignments) {
    List<Source> sources =
        IntStream.range(0, from.size())
            .mapToObj(i -> new Source(from.get(i).record(), inputs.get(i)))
            .toList();
    return byName(sources, record, assignments);
  }

  private static <R> List<Output> byName(
      List<Source> from, Class<R> record, List<? extends Assignment<?, R>> assignments) {
    CallSite site = CallSite.here();
    Map<String, ExprNode> values = new LinkedHashMap<>();
    for (RecordComponentType target : RecordType.of(record).components()) {
      List<Source> having = from.stream().filter(source -> source.has(target)).toList();
      if (having.size() == 1) {
        values.put(target.name(), new Field(target.name(), having.get(0).input(), site));
      } else if (having.size() > 1) {
        values.put(target.name(), new Invalid(ambiguous(target, having, record), site));
      }
    }
    List<Output> invalid = new ArrayList<>();
    Set<String> set = new HashSet<>();
    for (Assignment<?, R> assignment : assignments) {
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
    outputs.sort(Comparator.comparingInt(o -> order.indexOf(o.component())));
    return outputs;
  }

  private static String ambiguous(
      RecordComponentType target, List<Source> having, Class<?> record) {
    String name = target.name();
    return "%s have '%s': say which is meant, with set(%s::%s).to(…)"
        .formatted(
            having.stream()
                .map(
                    source -> "%s (stage %d)"
                        .formatted(source.record().type().getSimpleName(), source.input() + 1))
                .collect(Collectors.joining(" and ")),
            name,
            record.getSimpleName(),
            name);
  }

  /** A record whose components may carry over, and its position in a join. */
  private record Source(RecordType record, int input) {

    boolean has(RecordComponentType target) {
      return record
          .component(target.name())
          .filter(component -> component.logicalType().equals(target.logicalType()))
          .isPresent();
    }
  }
}
