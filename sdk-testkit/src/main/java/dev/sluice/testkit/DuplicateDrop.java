package dev.sluice.testkit;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.SortKey;
import dev.sluice.record.RecordComponentType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a row does not get through a removal of duplicates.
 *
 * @param stage the stage that removes them
 * @param before the rows it chooses from
 * @param keys the columns in which duplicates are equal
 * @param keepFirstBy the order whose first row is kept; empty for any
 */
record DuplicateDrop(
    PlanNode stage,
    PlanNode before,
    List<ExprNode> keys,
    List<SortKey> keepFirstBy,
    Experiment experiment) {

  /** Nothing if no other row has the values of its key. */
  List<String> reasons(Record row) {
    if (!keys.stream().allMatch(Field.class::isInstance)) {
      return List.of("a duplicate by " + names() + order());
    }
    List<RecordComponentType> components =
        keys.stream()
            .map(key -> stage.record().component(((Field) key).accessor()).orElseThrow())
            .toList();
    // one that is kept here may yet be dropped by a later step of the stage
    return Stream.of(stage, before)
        .flatMap(among -> experiment.rows(SameValues.of(among, components, List.of(row))).stream()
            .filter(other -> among == stage || !Sameness.exact().same(row, other)))
        .limit(1)
        .map(
            kept -> "a duplicate by %s: %s is kept%s"
                .formatted(
                    names(),
                    ValueText.of(kept),
                    order()))
        .toList();
  }

  private String names() {
    return keys.stream().map(ExprText::of).collect(Collectors.joining(", "));
  }

  private String order() {
    return keepFirstBy.isEmpty()
        ? ""
        : ", the first by "
            + keepFirstBy.stream()
                .map(key -> ExprText.of(key.expr()) + (key.descending() ? " descending" : ""))
                .collect(Collectors.joining(", "));
  }
}
