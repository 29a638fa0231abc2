package dev.sluice.plan;

import java.util.List;

/**
 * Finds everything that is wrong with a plan in itself: without Spark, without looking at the
 * world, and without stopping at the first problem.
 */
public final class PlanValidator {

  private PlanValidator() {}

  /** The problems of a whole pipeline, in the order of its stages, then of its sinks. */
  public static List<Problem> problems(Plan plan) {
    ProblemList problems = new ProblemList();
    checkStages(plan.stages(), problems);
    new SinkChecker(plan, problems).check();
    plan.sinks().forEach(new BatchChecker(problems)::check);
    return problems.toList();
  }

  /** The problems of one stage and those before it. */
  public static List<Problem> problems(Plan plan, PlanNode stage) {
    ProblemList problems = new ProblemList();
    checkStages(PlanOrder.of(List.of(stage)), problems);
    return problems.toList();
  }

  private static void checkStages(List<PlanNode> stages, ProblemList problems) {
    Nullability nullability = new Nullability();
    BatchChecker batch = new BatchChecker(problems);
    EventTimes times = new EventTimes();
    for (PlanNode stage : stages) {
      for (String problem : stage.record().problems()) {
        problems.add(stage, problem);
      }
      new StageChecker(stage, nullability, times, problems).check();
      nullability.neverNull(stage);
      batch.check(stage);
      times.of(stage);
    }
  }
}
