package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;

/**
 * The same rows, of which a column is known to say when they happened, since it comes from one that
 * a stage before declared so.
 *
 * @param column the column
 */
public record TimedBy(ExprNode column) implements Verb {

  @Override
  public String name() {
    return "timedBy";
  }

  @Override
  public String detail() {
    return " " + ExprText.of(column);
  }

  @Override
  public List<Placed> expressions() {
    return List.of(Place.KNOWN_TIME.of(column));
  }

  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost();
  }
}
