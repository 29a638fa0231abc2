package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;

/**
 * The rows of a stage that another of the same record does not have. NULLs are equal here.
 *
 * @param all whether rows are counted: each different row comes out once, or as often as the first stage has it more
 */
public record Except(boolean all) implements Verb {

  @Override
  public String name() {
    return all ? "exceptAll" : "except";
  }

  @Override
  public Traits traits() {
    return Traits.passing();
  }

  /** What comes out are rows of the first stage. */
  @Override
  public boolean passes(int input) {
    return input == 0;
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return WholeRows.problems(stage, "compare keys with antiJoin");
  }
}
