package dev.sluice.plan;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
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
public final class Nullability {

  private final Map<PlanNode, Set<String>> neverNull = new HashMap<>();

  /** Stages must be asked for in an order in which each comes after its inputs. */
  public Set<String> neverNull(PlanNode node) {
    Set<String> known = neverNull.get(node);
    if (known == null) {
      known = compute(node);
      neverNull.put(node, known);
    }
    return known;
  }

  /** What is known of the rows that the outputs of this stage are made of. */
  public NullFacts facts(PlanNode stage) {
    return facts(stage, stage.verb().changes());
  }

  /** What is known of the rows of this stage after only these of its changes. */
  public NullFacts facts(PlanNode stage, List<Change> changes) {
    return new NullFacts(
        IntStream.range(0, stage.records().size())
            .mapToObj(input -> after(changes, stage, input))
            .toList(),
        stage.records(),
        stage.verb().traits().needsRows());
  }

  private Set<String> compute(PlanNode stage) {
    Set<String> columns = primitives(stage.record());
    List<Output> outputs = stage.verb().outputs();
    if (!outputs.isEmpty()) {
      NullFacts facts = facts(stage);
      outputs.stream()
          .filter(output -> !output.value().nullable(facts))
          .map(Output::component)
          .forEach(columns::add);
    }
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
    boolean missing = stage.verb().mayBeMissing(input);
    if (input >= stage.inputs().size()) {
      return missing ? Set.of() : primitives(stage.records().get(input));
    }
    Set<String> present = neverNull(stage.inputs().get(input));
    Set<String> columns = new HashSet<>(missing ? Set.of() : present);
    for (Change change : changes) {
      if (change instanceof Change.Holds holds) {
        Set<String> known = new NotNull(input).whereTrue(holds.condition());
        columns.addAll(known);
        if (!known.isEmpty()) {
          // a row of which one column is not NULL is there
          columns.addAll(present);
        }
      } else if (change instanceof Change.Sets set) {
        RecordType record = stage.inputs().get(input).record();
        if (set.value().nullable(new NullFacts(List.of(columns), List.of(record), true))) {
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
}
