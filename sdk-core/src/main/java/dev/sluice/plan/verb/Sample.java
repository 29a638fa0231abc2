package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;

/**
 * About that share of the rows.
 *
 * @param fraction the share, from 0 to 1
 * @param seed decides which rows
 */
public record Sample(double fraction, long seed) implements Verb {

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public String detail() {
    return " of " + fraction + " with seed " + seed;
  }

  /** Rows are drawn by their position, which differs where rows come in another order. */
  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost().notRepeatable();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return fraction >= 0 && fraction <= 1
        ? List.of()
        : List.of(
            stage.problem("a sample's share lies between 0 and 1, not " + fraction));
  }
}
