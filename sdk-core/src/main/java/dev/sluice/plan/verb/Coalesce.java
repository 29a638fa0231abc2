package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;

/**
 * The same rows in fewer partitions, without a shuffle.
 *
 * @param partitions how many at most
 */
public record Coalesce(int partitions) implements Verb {

  @Override
  public String name() {
    return "coalesce";
  }

  @Override
  public String detail() {
    return " into " + partitions;
  }

  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return partitions < 1
        ? List.of(stage.problem("rows have at least one partition, not " + partitions))
        : List.of();
  }
}
