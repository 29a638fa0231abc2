package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Cast;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Key;
import dev.sluice.plan.ExprNode.Nested;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.ExprNode.Udf;
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

  /** Whether an output of this stage can be NULL. */
  boolean nullable(ExprNode expr, PlanNode stage) {
    return nullable(expr, stage, stage.verb().changes());
  }

  /** Whether the expression can be NULL where only these changes of the stage have been made. */
  boolean nullable(ExprNode expr, PlanNode stage, List<Change> changes) {
    Inputs inputs =
        new Inputs(
            IntStream.range(0, stage.inputs().size())
                .mapToObj(input -> after(changes, stage, input))
                .toList(),
            stage.inputs().stream().map(PlanNode::record).toList());
    return nullable(expr, inputs, stage.verb().traits().needsRows());
  }

  private Set<String> compute(PlanNode stage) {
    Set<String> columns = primitives(stage.record());
    stage.verb().outputs().stream()
        .filter(output -> !nullable(output.value(), stage))
        .map(Output::component)
        .forEach(columns::add);
    columns.addAll(passedOn(stage));
    return columns;
  }

  /** A column that comes from any of several inputs is never NULL if it is so in all of them. */
  private Set<String> passedOn(PlanNode stage) {
    return IntStream.range(0, stage.inputs().size())
        .filter(stage.verb()::passes)
        .mapToObj(input -> after(stage.verb().changes(), stage, input))
        .reduce(
            (all, more) -> {
              all.retainAll(more);
              return all;
            })
        .orElse(Set.of());
  }

  /** The columns of an input that are never NULL after these changes. */
  private Set<String> after(List<Change> changes, PlanNode stage, int input) {
    if (stage.verb().mayBeMissing(input)) {
      return Set.of();
    }
    Set<String> columns = new HashSet<>(neverNull(stage.inputs().get(input)));
    for (Change change : changes) {
      if (change instanceof Change.Holds holds) {
        columns.addAll(new NotNull(input).whereTrue(holds.condition()));
      } else if (change instanceof Change.Sets set) {
        Inputs inputs = new Inputs(List.of(columns), List.of(stage.inputs().get(input).record()));
        if (nullable(set.value(), inputs, true)) {
          columns.remove(set.component());
        } else {
          columns.add(set.component());
        }
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

  private static boolean nullable(ExprNode expr, Inputs inputs, boolean grouped) {
    if (expr instanceof Field field) {
      return !inputs.neverNull(field.input()).contains(field.accessor());
    } else if (expr instanceof Key key) {
      return !inputs.neverNull(0).contains(key.accessor());
    } else if (expr instanceof Call call) {
      List<Boolean> arguments =
          call.arguments().stream().map(argument -> nullable(argument, inputs, grouped)).toList();
      return call.fn().nulls().nullable(arguments, grouped);
    } else if (expr instanceof Cast cast) {
      return !cast.strict() || nullable(cast.of(), inputs, grouped);
    } else if (expr instanceof Nested nested) {
      return nullable(nested.of(), inputs, grouped)
          || NestedRecords.component(nested, inputs.records())
              .map(RecordComponentType::nullable)
              .orElse(true);
    } else if (expr instanceof Udf udf) {
      return udf.returnsNull() || nullable(udf.argument(), inputs, grouped);
    } else if (expr instanceof Over over) {
      boolean frameMayBeEmpty =
          over.frame().unit() != ExprNode.Frame.Unit.DEFAULT
              && (over.frame().from() > 0 || over.frame().to() < 0);
      return frameMayBeEmpty || nullable(over.function(), inputs, true);
    }
    return expr instanceof ExprNode.Null;
  }

  /** The columns that are never NULL, for each stage that goes in. */
  private record Inputs(List<Set<String>> columns, List<RecordType> records) {

    Set<String> neverNull(int input) {
      return input < columns.size() ? columns.get(input) : Set.of();
    }
  }
}
