package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.record.ColumnType;
import java.util.List;

/** What is wrong where whole rows are compared. */
final class WholeRows {

  private WholeRows() {}

  /**
   * A map has no equality in Spark.
   *
   * @param instead what to do
   */
  static List<Problem> problems(PlanNode stage, String instead) {
    return stage.record().components().stream()
        .filter(component -> component.logicalType() instanceof ColumnType.MapOf)
        .map(
            component -> stage.problem(
                "'%s' is a map, and maps cannot be compared: %s"
                    .formatted(component.name(), instead)))
        .toList();
  }
}
