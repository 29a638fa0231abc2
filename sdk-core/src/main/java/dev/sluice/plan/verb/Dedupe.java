package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.SortKey;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row for each key: the first by an order, or any.
 *
 * @param keys the key columns
 * @param keepFirstBy the order whose first row is kept; empty for any
 */
public record Dedupe(List<ExprNode> keys, List<SortKey> keepFirstBy) implements Verb {
  public Dedupe {
    keys = List.copyOf(keys);
    keepFirstBy = List.copyOf(keepFirstBy);
  }

  @Override
  public String name() {
    return "dedupe";
  }

  @Override
  public String detail() {
    return Details.by(keys) + Details.first(keepFirstBy);
  }

  @Override
  public List<Placed> expressions() {
    return Stream.concat(Place.KEY.of(keys), Place.orders(keepFirstBy)).toList();
  }

  @Override
  public Traits traits() {
    return Traits.passing();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return keys.isEmpty()
        ? List.of(
            stage.problem("dedupe needs at least one key; distinct() compares whole rows"))
        : List.of();
  }
}
