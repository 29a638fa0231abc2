package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of several parts into which rows are dealt out by chance, each row into one of them.
 *
 * @param weights how large the parts are, in relation to each other
 * @param part which one, from 0
 * @param seed decides which rows
 */
public record RandomSplit(List<Double> weights, int part, long seed) implements Verb {
  public RandomSplit {
    weights = List.copyOf(weights);
  }

  @Override
  public String name() {
    return "randomSplit";
  }

  @Override
  public String detail() {
    return " part %d of %s with seed %d"
        .formatted(
            part + 1,
            weights.stream().map(String::valueOf).collect(Collectors.joining(" : ")),
            seed);
  }

  /** Rows are drawn by their position in a partition, which differs where partitions do. */
  @Override
  public Traits traits() {
    return Traits.passing().notRepeatable();
  }

  @Override
  public boolean distributes(Set<Integer> inputs) {
    return true;
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    boolean usable =
        weights.stream().allMatch(weight -> weight >= 0 && Double.isFinite(weight))
            && weights.stream().anyMatch(weight -> weight > 0);
    return usable
        ? List.of()
        : List.of(
            stage.problem(
                "weights of parts are numbers from 0, not all of them 0, unlike " + weights));
  }
}
