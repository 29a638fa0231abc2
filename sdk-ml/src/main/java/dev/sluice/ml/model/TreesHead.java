package dev.sluice.ml.model;

import java.util.Arrays;
import java.util.List;

/**
 * The weighted sum of what trees say of a row. The mean of a forest has weights that add up to 1, boosted trees have the size of
 * their steps.
 *
 * <p>Trees of several labels have a value for each, and their sums become shares of their total.
 *
 * @param link what the sum becomes; nothing else where there are several labels
 * @param weights of the trees
 * @param trees the trees
 * @param gains for each slot its share of what all splits have told, for people
 */
public record TreesHead(
    LinearHead.Link link, double[] weights, List<DecisionTree> trees, double[] gains)
    implements Head {

  public TreesHead {
    Valid.present(link, "the link");
    Valid.finite(weights, "the weights of the trees");
    Valid.present(trees, "the list of trees");
    Valid.finite(gains, "the gains of the slots");
    Valid.that(
        !trees.isEmpty() && trees.size() == weights.length,
        "there are %s trees, and %s weights",
        trees.size(),
        weights.length);
    for (DecisionTree tree : trees) {
      Valid.present(tree, "a tree");
      Valid.that(
          tree.outputs() == trees.get(0).outputs(),
          "a tree has %s values a node, and the first %s",
          tree.outputs(),
          trees.get(0).outputs());
      Valid.that(
          tree.greatestSlot() < gains.length,
          "a tree parts by slot %s, and there are %s",
          tree.greatestSlot(),
          gains.length);
    }
    if (trees.get(0).outputs() > 1) {
      Valid.that(
          link == LinearHead.Link.IDENTITY, "trees of several labels have the link %s", link);
      Valid.that(
          Arrays.stream(weights).allMatch(weight -> weight > 0),
          "trees of several labels have weights that are not positive");
      Valid.that(
          trees.stream().allMatch(DecisionTree::hasShares),
          "a node of a tree of several labels has values that are no shares of them");
    }
    weights = weights.clone();
    gains = gains.clone();
    trees = List.copyOf(trees);
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }

  @Override
  public double[] gains() {
    return gains.clone();
  }

  @Override
  public int width() {
    return gains.length;
  }

  @Override
  public double[] slotWeights() {
    return gains.clone();
  }

  @Override
  public Tally open() {
    return new Sums();
  }

  /** By the way of the row through each tree: what a split has changed is its slot's. */
  @Override
  public double[] contributions(double[] slots, int index) {
    return SplitShares.bySlot(
        gains.length, shares -> changes(SlotRow.of(slots), index, shares));
  }

  @Override
  public double[] contributions(Encoder encoder, Inputs inputs, int index) {
    return SplitShares.byFeature(
        encoder, shares -> changes(encoder.row(inputs), index, shares));
  }

  private void changes(SlotRow row, int index, SplitShares shares) {
    int output = outputs() == 1 ? 0 : index;
    for (int tree = 0; tree < weights.length; tree++) {
      trees.get(tree).changes(row, weights[tree], output, shares);
    }
  }

  /** How many labels it tells apart; 1 where it gives one number. */
  int outputs() {
    return trees.get(0).outputs();
  }

  private final class Sums implements Tally {

    private final SlotRow row = new SlotRow(gains.length);

    @Override
    public void put(int slot, double value) {
      row.put(slot, value);
    }

    @Override
    public Scores scores() {
      double[] sums = new double[outputs()];
      for (int tree = 0; tree < weights.length; tree++) {
        trees.get(tree).add(row, weights[tree], sums);
      }
      return sums.length == 1 ? Scores.of(link.of(sums[0])) : shares(sums);
    }
  }

  private static Scores shares(double[] sums) {
    int best = 0;
    double total = 0;
    for (int label = 0; label < sums.length; label++) {
      best = sums[label] > sums[best] ? label : best;
      total += sums[label];
    }
    for (int label = 0; label < sums.length; label++) {
      sums[label] /= total;
    }
    return new Scores(sums[best], best, sums);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreesHead same
        && link == same.link
        && Arrays.equals(weights, same.weights)
        && trees.equals(same.trees)
        && Arrays.equals(gains, same.gains);
  }

  @Override
  public int hashCode() {
    return trees.hashCode();
  }
}
