package dev.sluice.plan;

import java.util.List;

/**
 * A rule of a module: what it finds wrong with a plan in itself, without a session and without
 * looking at the world.
 */
@FunctionalInterface
public interface PlanRule extends SluiceModule.Part {

  /**
   * All problems that this rule knows, each with the stage and the user's line, and what to do;
   * warnings too.
   *
   * @param mode how the plan is to run; rules of one mode find nothing in the other
   */
  List<Problem> problems(Plan plan, RunMode mode);
}
