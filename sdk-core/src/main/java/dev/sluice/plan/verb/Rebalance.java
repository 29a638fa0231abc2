package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Set;

/**
 * The same rows in partitions of about the size that Spark advises: small ones are put together, and
 * large ones divided.
 *
 * @param keys rows that are equal in these are in one partition, as long as it is not too large
 */
public record Rebalance(List<ExprNode> keys) implements Verb {

  public Rebalance {
    keys = List.copyOf(keys);
  }

  @Override
  public String name() {
    return "rebalance";
  }

  @Override
  public String detail() {
    return Details.by(keys);
  }

  @Override
  public List<Placed> expressions() {
    return Place.KEY.of(keys).toList();
  }

  @Override
  public Traits traits() {
    return Traits.passing();
  }

  @Override
  public boolean distributes(Set<Integer> inputs) {
    return true;
  }
}
