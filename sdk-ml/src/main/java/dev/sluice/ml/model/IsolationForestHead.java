package dev.sluice.ml.model;

import java.util.List;

/**
 * How unusual a row is, by how soon random splits part it from others: {@code 2^(-E(h) / c(n))} of the mean length of its
 * paths and the length that is to be expected of {@code n} rows, from 0 to 1. About 0.5 is usual, what is well above is not (Liu, Ting
 * and Zhou, <i>Isolation Forest</i>, 2008, equation 2).
 *
 * <p>Splits explain a score by themselves: each leaves fewer rows to be parted from, and what it makes the path shorter than
 * was to be expected before it belongs to its slot. The contributions of all slots add up to {@code 1 + log2(score)}; those of a
 * slot that tells nothing add up to about 0.
 *
 * @param width how many slots rows have
 * @param trees all drawn from equally many rows
 */
public record IsolationForestHead(int width, List<IsolationTree> trees) implements Head {

  public IsolationForestHead {
    Valid.that(width > 0, "the forest takes %s slots", width);
    Valid.present(trees, "the list of trees");
    trees = List.copyOf(trees);
    Valid.that(!trees.isEmpty(), "the forest has no trees");
    int drawn = trees.get(0).drawn();
    Valid.that(drawn > 1, "of %s row nothing can be unusual", drawn);
    for (int i = 0; i < trees.size(); i++) {
      IsolationTree tree = trees.get(i);
      Valid.that(
          tree.greatestSlot() < width,
          "tree %s reads slot %s of %s",
          i,
          tree.greatestSlot(),
          width);
      Valid.that(
          tree.drawn() == drawn,
          "tree %s is of %s rows, and the first one of %s",
          i,
          tree.drawn(),
          drawn);
    }
  }

  @Override
  public Tally open() {
    return new Paths();
  }

  @Override
  public double[] contributions(double[] slots, int index) {
    return SplitShares.bySlot(width, shares -> shortening(SlotRow.of(slots), shares));
  }

  @Override
  public double[] contributions(Encoder encoder, Inputs inputs, int index) {
    return SplitShares.byFeature(encoder, shares -> shortening(encoder.row(inputs), shares));
  }

  private void shortening(SlotRow row, SplitShares shares) {
    double all = trees.size() * expected();
    trees.forEach(tree -> tree.shortening(row, (slot, share) -> shares.add(slot, share / all)));
  }

  private double expected() {
    return PathLengths.of(trees.get(0).drawn());
  }

  private final class Paths implements Tally {

    private final SlotRow row = new SlotRow(width);

    @Override
    public void put(int slot, double value) {
      row.put(slot, value);
    }

    @Override
    public Scores scores() {
      double sum = 0;
      for (int i = 0; i < trees.size(); i++) {
        sum += trees.get(i).length(row);
      }
      return Scores.of(Math.pow(2, -sum / (trees.size() * expected())));
    }
  }
}
