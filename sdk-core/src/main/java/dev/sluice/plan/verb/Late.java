package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.TimeWindow;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Optional;

/**
 * The rows that came too late to a stream; of a batch none, for it has all rows at once.
 *
 * @param window rows are late of which no window is open any more; without one, all that are older
 *     than the watermark
 */
public record Late(Optional<TimeWindow> window) implements Verb {

  @Override
  public String name() {
    return "late";
  }

  @Override
  public String detail() {
    return window.map(w -> " for " + w.text()).orElse("");
  }

  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return window.stream()
        .flatMap(w -> w.problems().stream())
        .map(problem -> stage.problem(problem))
        .toList();
  }
}
