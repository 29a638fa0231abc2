package dev.sluice.plan.verb;

import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.SortKey;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;

/**
 * The rows in an order.
 *
 * @param orderBy the order
 */
public record Sort(List<SortKey> orderBy) implements Verb {
  public Sort {
    orderBy = List.copyOf(orderBy);
  }

  @Override
  public String name() {
    return "sort";
  }

  @Override
  public String detail() {
    return " by " + Details.order(orderBy);
  }

  @Override
  public List<Placed> expressions() {
    return Place.orders(orderBy).toList();
  }

  @Override
  public Traits traits() {
    return Traits.passing();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return orderBy.isEmpty()
        ? List.of(stage.problem("sort needs at least one order"))
        : List.of();
  }
}
