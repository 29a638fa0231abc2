package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.time.Duration;
import java.util.List;

/**
 * The same rows, with a column that says when they happened.
 *
 * @param column the column
 * @param lateness how much later than the newest row a row may come
 */
public record EventTime(ExprNode column, Duration lateness) implements Verb {

  @Override
  public String name() {
    return "eventTime";
  }

  @Override
  public String detail() {
    return " " + ExprText.of(column) + " late by " + lateness;
  }

  @Override
  public List<Placed> expressions() {
    return List.of(Place.TIME.of(column));
  }

  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return lateness.isNegative()
        ? List.of(stage.problem("the lateness cannot be negative: " + lateness))
        : List.of();
  }
}
