package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;

/**
 * At most so many rows.
 *
 * @param rows how many
 */
public record Limit(int rows) implements Verb {

  @Override
  public String name() {
    return "limit";
  }

  @Override
  public String detail() {
    return " to " + rows;
  }

  /** Which rows come first can differ, also behind an order that leaves some of them equal. */
  @Override
  public Traits traits() {
    return Traits.passing().notRepeatable();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return rows < 0
        ? List.of(stage.problem("a limit cannot be negative: " + rows))
        : List.of();
  }
}
