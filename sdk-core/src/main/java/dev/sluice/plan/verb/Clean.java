package dev.sluice.plan.verb;

import dev.sluice.plan.Change;
import dev.sluice.plan.CleanStep;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RejectLimit;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Set;

/**
 * Fixed and checked rows.
 *
 * @param steps the steps, in order
 * @param limit how many rows may be rejected
 */
public record Clean(List<CleanStep> steps, RejectLimit limit) implements Verb {
  public Clean {
    steps = List.copyOf(steps);
  }

  @Override
  public String name() {
    return "clean";
  }

  @Override
  public String detail() {
    return limit.text();
  }

  @Override
  public List<String> parts() {
    return steps.stream().map(CleanStep::text).toList();
  }

  @Override
  public List<Placed> expressions() {
    return steps.stream().flatMap(CleanStep::expressions).toList();
  }

  @Override
  public List<Change> changes() {
    return steps.stream().flatMap(step -> step.change().stream()).toList();
  }

  @Override
  public Traits traits() {
    return steps.stream().allMatch(CleanStep::isLight)
        ? Traits.passing().atLittleCost()
        : Traits.passing();
  }

  @Override
  public boolean distributes(Set<Integer> inputs) {
    return steps.stream().noneMatch(CleanStep.Dedupe.class::isInstance);
  }

  @Override
  public boolean rejects() {
    return true;
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return CleanProblems.of(this, stage);
  }
}
