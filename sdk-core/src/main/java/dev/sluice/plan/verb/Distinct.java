package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import dev.sluice.record.ColumnType;
import java.util.List;

/** Each different row once. */
public record Distinct() implements Verb {

  @Override
  public String name() {
    return "distinct";
  }

  @Override
  public Traits traits() {
    return Traits.passing();
  }

  /** A map has no equality in Spark. */
  @Override
  public List<Problem> problems(PlanNode stage) {
    return stage.record().components().stream()
        .filter(component -> component.logicalType() instanceof ColumnType.MapOf)
        .map(
            component -> stage.problem(
                "'%s' is a map, and maps cannot be compared: use dedupe with the columns that tell rows apart"
                    .formatted(component.name())))
        .toList();
  }
}
