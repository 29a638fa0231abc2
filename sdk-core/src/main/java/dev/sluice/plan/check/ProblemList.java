package dev.sluice.plan.check;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import java.util.ArrayList;
import java.util.List;

/** Problems as they are found. */
final class ProblemList {

  private final List<Problem> problems = new ArrayList<>();

  void add(PlanNode stage, String message) {
    add(stage, stage.site(), message);
  }

  void add(PlanNode stage, CallSite site, String message) {
    add(new Problem(stage.name(), site, message));
  }

  void add(Problem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  List<Problem> toList() {
    return List.copyOf(problems);
  }
}
