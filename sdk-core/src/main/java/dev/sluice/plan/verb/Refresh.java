package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The same rows, which a stream keeps from epoch to epoch instead of reading them again.
 *
 * @param every how old they may become; empty for as old as the stream
 */
public record Refresh(Optional<Duration> every) implements Verb {

  @Override
  public String name() {
    return every.isPresent() ? "refreshEvery" : "readOnce";
  }

  @Override
  public String detail() {
    return every.map(age -> " " + age).orElse("");
  }

  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return every
        .filter(age -> age.isZero() || age.isNegative())
        .map(age -> stage.problem("rows are refreshed every so often, not every " + age))
        .stream().toList();
  }
}
