package dev.sluice.plan.verb;

import dev.sluice.plan.Change;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;

/**
 * The rows for which a condition is true.
 *
 * @param condition the condition
 */
public record Filter(ExprNode condition) implements Verb {

  @Override
  public String name() {
    return "filter";
  }

  @Override
  public String detail() {
    return " where " + ExprText.of(condition);
  }

  @Override
  public List<Placed> expressions() {
    return List.of(Place.FILTER.of(condition));
  }

  @Override
  public List<Change> changes() {
    return List.of(new Change.Holds(condition));
  }

  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost();
  }
}
