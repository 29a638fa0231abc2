package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
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

  @Override
  public List<Problem> problems(PlanNode stage) {
    return WholeRows.problems(stage, "use dedupe with the columns that tell rows apart");
  }
}
