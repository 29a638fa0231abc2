package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.stream.Collectors;

/**
 * About a share of the rows of each key, another for each.
 *
 * @param key what rows are told apart by
 * @param shares the share of each key; of others no row comes out
 * @param seed decides which rows
 */
public record SampleBy(ExprNode key, List<Share> shares, long seed) implements Verb {
  public SampleBy {
    shares = List.copyOf(shares);
  }

  /**
   * How many of the rows of a key come out.
   *
   * @param key the key's value
   * @param fraction the share, from 0 to 1
   */
  public record Share(ExprNode.Literal key, double fraction) {}

  @Override
  public String name() {
    return "sampleBy";
  }

  @Override
  public String detail() {
    return " %s of %s with seed %d"
        .formatted(
            ExprText.of(key),
            shares.stream()
                .map(share -> ExprText.of(share.key()) + ": " + share.fraction())
                .collect(Collectors.joining(", ")),
            seed);
  }

  @Override
  public List<Placed> expressions() {
    return List.of(Place.KEY.of(key));
  }

  /** Rows are drawn by their position, which differs where rows come in another order. */
  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost().notRepeatable();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return shares.stream()
        .filter(share -> !(share.fraction() >= 0 && share.fraction() <= 1))
        .map(
            share -> stage.problem(
                "a sample's share lies between 0 and 1, not %s, as that of %s"
                    .formatted(share.fraction(), ExprText.of(share.key()))))
        .toList();
  }
}
