package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.PlanNode.Aggregate;
import dev.sluice.plan.PlanNode.Clean;
import dev.sluice.plan.PlanNode.Filter;
import dev.sluice.plan.PlanNode.Join;
import dev.sluice.plan.PlanNode.Output;
import dev.sluice.plan.PlanNode.Select;
import dev.sluice.plan.PlanNode.Union;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Works out, without any data, which columns of each stage can be NULL: a primitive component
 * never, a boxed one unless a fill, a rule, a filter or the expression behind it says otherwise,
 * and every column of a side that an outer join may leave out.
 */
final class Nullability {

  private final Map<PlanNode, Set<String>> neverNull = new HashMap<>();

  /** Stages must be asked for in an order in which each comes after its inputs. */
  Set<String> neverNull(PlanNode node) {
    Set<String> known = neverNull.get(node);
    if (known == null) {
      known = compute(node);
      neverNull.put(node, known);
    }
    return known;
  }

  /** Whether the expression can be NULL in the rows that go into this stage. */
  boolean nullable(ExprNode expr, PlanNode stage) {
    return nullable(expr, Inputs.of(stage, this), grouped(stage));
  }

  /** Whether the expression can be NULL just before this step of a clean stage. */
  boolean nullable(ExprNode expr, CleanStep step, Clean clean) {
    Set<String> before = after(clean.steps().subList(0, clean.steps().indexOf(step)), clean);
    return nullable(expr, Inputs.of(before, clean), true);
  }

  private Set<String> compute(PlanNode node) {
    Set<String> columns = primitives(node.record());
    if (node instanceof Select select) {
      columns.addAll(outputs(select.outputs(), node));
    } else if (node instanceof Aggregate aggregate) {
      columns.addAll(outputs(aggregate.outputs(), node));
    } else if (node instanceof Join join && !join.outputs().isEmpty()) {
      columns.addAll(outputs(join.outputs(), node));
    } else if (node instanceof Filter filter) {
      columns.addAll(neverNull(node.input()));
      columns.addAll(new NotNull(0).whereTrue(filter.condition()));
    } else if (node instanceof Clean clean) {
      columns.addAll(after(clean.steps(), clean));
    } else if (node instanceof Union) {
      Set<String> all = new HashSet<>(neverNull(node.input()));
      node.inputs().forEach(input -> all.retainAll(neverNull(input)));
      columns.addAll(all);
    } else if (keepsRows(node)) {
      columns.addAll(neverNull(node.input()));
    }
    return columns;
  }

  private static boolean keepsRows(PlanNode node) {
    return !node.inputs().isEmpty()
        && !(node instanceof PlanNode.Transform
            || node instanceof PlanNode.Sql
            || node instanceof PlanNode.Rejects);
  }

  private Set<String> outputs(List<Output> outputs, PlanNode node) {
    return outputs.stream()
        .filter(output -> !nullable(output.value(), node))
        .map(Output::component)
        .collect(Collectors.toSet());
  }

  /** The columns that are never NULL after these first steps of a clean stage. */
  private Set<String> after(List<CleanStep> steps, Clean clean) {
    Set<String> columns = new HashSet<>(neverNull(clean.input()));
    for (CleanStep step : steps) {
      if (step instanceof CleanStep.Fix fix && fix.target() instanceof Field target) {
        if (nullable(fix.value(), Inputs.of(columns, clean), true)) {
          columns.remove(target.accessor());
        } else {
          columns.add(target.accessor());
        }
      } else if (step instanceof CleanStep.Rule rule
          && rule.severity() == CleanStep.Severity.REJECT
          && !rule.onNull()) {
        columns.addAll(new NotNull(0).whereTrue(rule.condition()));
      }
    }
    return columns;
  }

  private static Set<String> primitives(RecordType record) {
    return record.components().stream()
        .filter(component -> !component.nullable())
        .map(RecordComponentType::name)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean grouped(PlanNode stage) {
    return !(stage instanceof Aggregate aggregate)
        || !aggregate.keys().isEmpty()
        || aggregate.window().isPresent();
  }

  private static boolean nullable(ExprNode expr, Inputs inputs, boolean grouped) {
    return expr.nullable(new NullFacts(inputs.columns(), inputs.records(), grouped));
  }

  /** The columns that are never NULL, for each stage that goes in. */
  private record Inputs(List<Set<String>> columns, List<RecordType> records) {

    static Inputs of(Set<String> columns, Clean clean) {
      return new Inputs(List.of(columns), List.of(clean.record()));
    }

    static Inputs of(PlanNode stage, Nullability nullability) {
      List<RecordType> records = stage.inputs().stream().map(PlanNode::record).toList();
      if (stage instanceof Join join) {
        return new Inputs(
            IntStream.range(0, records.size()).mapToObj(i -> leg(join, i, nullability)).toList(),
            records);
      }
      return new Inputs(stage.inputs().stream().map(nullability::neverNull).toList(), records);
    }

    private static Set<String> leg(Join join, int leg, Nullability nullability) {
      JoinKind own = join.legs().get(leg).kind();
      boolean missing =
          own.rightMayBeMissing()
              || join.legs().stream().skip(leg + 1L).anyMatch(l -> l.kind().leftMayBeMissing());
      if (missing) {
        return Set.of();
      }
      Set<String> columns = new HashSet<>(nullability.neverNull(join.legs().get(leg).stage()));
      join.legs().stream()
          .filter(l -> l.kind() == JoinKind.INNER)
          .flatMap(l -> l.condition().stream())
          .forEach(condition -> columns.addAll(new NotNull(leg).whereTrue(condition)));
      return columns;
    }
  }
}
