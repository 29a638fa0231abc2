package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The same rows in other partitions.
 *
 * @param partitions how many, if that is said
 * @param keys rows that are equal in these are in one partition; if none, they are dealt out evenly
 */
public record Repartition(OptionalInt partitions, List<ExprNode> keys) implements Verb {

  public Repartition {
    keys = List.copyOf(keys);
  }

  @Override
  public String name() {
    return "repartition";
  }

  @Override
  public String detail() {
    return (partitions.isPresent() ? " into " + partitions.getAsInt() : "")
        + (keys.isEmpty() ? "" : Details.by(keys));
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

  @Override
  public List<Problem> problems(PlanNode stage) {
    return partitions.isPresent() && partitions.getAsInt() < 1
        ? List.of(
            stage.problem("rows have at least one partition, not " + partitions.getAsInt()))
        : List.of();
  }
}
