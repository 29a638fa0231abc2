package dev.sluice.plan.check;

import dev.sluice.plan.EventTimes;
import dev.sluice.plan.Modules;
import dev.sluice.plan.Nullability;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanOrder;
import dev.sluice.plan.PlanRule;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds everything that is wrong with a plan in itself: without Spark, without looking at the
 * world, and without stopping at the first problem.
 */
public final class PlanValidator {

  private PlanValidator() {}

  /** The problems of a whole pipeline that is to run as a batch. */
  public static List<Problem> problems(Plan plan) {
    return problems(plan, RunMode.BATCH);
  }

  /**
   * The problems with which a whole pipeline cannot run, in the order of its stages, then of its
   * sinks, then what the rules of modules find.
   */
  public static List<Problem> problems(Plan plan, RunMode mode) {
    ProblemList problems = new ProblemList();
    List<PlanNode> stages = plan.stages();
    checkStages(stages, problems);
    new SinkChecker(plan, problems).check();
    if (mode == RunMode.BATCH) {
      BatchChecker batch = new BatchChecker(problems);
      stages.forEach(batch::check);
      plan.sinks().forEach(batch::check);
    }
    ofModules(plan, mode).filter(problem -> !problem.isWarning()).forEach(problems::add);
    return problems.toList();
  }

  /** What the rules of modules find with which a pipeline can run, but perhaps should not. */
  public static List<Problem> warnings(Plan plan, RunMode mode) {
    ProblemList warnings = new ProblemList();
    ofModules(plan, mode).filter(Problem::isWarning).forEach(warnings::add);
    return warnings.toList();
  }

  private static Stream<Problem> ofModules(Plan plan, RunMode mode) {
    return Modules.parts(PlanRule.class).stream()
        .flatMap(rule -> rule.problems(plan, mode).stream());
  }

  /** The problems of one stage and those before it. */
  public static List<Problem> problems(Plan plan, PlanNode stage) {
    ProblemList problems = new ProblemList();
    List<PlanNode> stages = PlanOrder.of(List.of(stage));
    checkStages(stages, problems);
    stages.forEach(new BatchChecker(problems)::check);
    return problems.toList();
  }

  private static void checkStages(List<PlanNode> stages, ProblemList problems) {
    Nullability nullability = new Nullability();
    EventTimes times = new EventTimes();
    for (PlanNode stage : stages) {
      for (String problem : stage.record().problems()) {
        problems.add(stage, problem);
      }
      new StageChecker(stage, nullability, times, problems).check();
      nullability.neverNull(stage);
      times.of(stage);
    }
  }
}
