package dev.sluice.ml.unlabelled;

import dev.sluice.ml.model.IsolationTree;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Grows one isolation tree of its rows. */
final class TreeGrowth {

  /** Digits of a threshold, which is drawn anyway: a document of all 17 is twice as long. */
  private static final MathContext DIGITS = new MathContext(6);

  private final double[][] rows;
  private final int[] firsts;
  private final Random random;
  private final IntStream.Builder slots = IntStream.builder();
  private final java.util.stream.DoubleStream.Builder thresholds =
      java.util.stream.DoubleStream.builder();
  private final IntStream.Builder leaves = IntStream.builder();

  /**
   * Of these rows.
   *
   * @param rows are reordered
   * @param widths how many slots each feature has
   */
  TreeGrowth(double[][] rows, int[] widths, Random random) {
    this.rows = rows;
    this.random = random;
    this.firsts = new int[widths.length + 1];
    for (int i = 0; i < widths.length; i++) {
      firsts[i + 1] = firsts[i] + widths[i];
    }
  }

  /** The tree: no deeper than one is on average that parts all rows, for only short paths matter. */
  IsolationTree tree() {
    int deepest = (int) Math.ceil(Math.log(rows.length) / Math.log(2));
    int[] features = IntStream.range(0, firsts.length - 1).toArray();
    grow(0, rows.length, deepest, features);
    return new IsolationTree(
        slots.build().toArray(), thresholds.build().toArray(), leaves.build().toArray());
  }

  /**
   * Grows what is above some of the rows.
   *
   * @param features those that may still differ in these rows; reordered
   */
  private void grow(int from, int to, int deeper, int[] features) {
    if (deeper > 0 && to - from > 1) {
      for (int left = features.length; left > 0; left--) {
        int drawn = random.nextInt(left);
        int feature = features[drawn];
        int[] differing = differing(feature, from, to);
        if (differing.length > 0) {
          split(
              differing[random.nextInt(differing.length)],
              from,
              to,
              deeper,
              Arrays.copyOf(features, left));
          return;
        }
        features[drawn] = features[left - 1];
      }
    }
    slots.add(IsolationTree.LEAF);
    leaves.add(to - from);
  }

  private int[] differing(int feature, int from, int to) {
    return IntStream.range(firsts[feature], firsts[feature + 1])
        .filter(
            slot -> IntStream.range(from + 1, to)
                .anyMatch(row -> rows[row][slot] != rows[from][slot]))
        .toArray();
  }

  private void split(int slot, int from, int to, int deeper, int[] features) {
    double least = rows[from][slot];
    double greatest = least;
    for (int i = from + 1; i < to; i++) {
      least = Math.min(least, rows[i][slot]);
      greatest = Math.max(greatest, rows[i][slot]);
    }
    double threshold = threshold(least, greatest);
    slots.add(slot);
    thresholds.add(threshold);
    int middle = from;
    for (int i = from; i < to; i++) {
      if (rows[i][slot] < threshold) {
        double[] row = rows[i];
        rows[i] = rows[middle];
        rows[middle++] = row;
      }
    }
    grow(from, middle, deeper - 1, features.clone());
    grow(middle, to, deeper - 1, features);
  }

  /** A number above the least and not above the greatest. */
  private double threshold(double least, double greatest) {
    double share = 1 - random.nextDouble();
    double exact = Math.min(greatest, least * (1 - share) + greatest * share);
    double shorter = new BigDecimal(exact).round(DIGITS).doubleValue();
    if (shorter > least && shorter <= greatest) {
      return shorter;
    }
    return exact > least ? exact : greatest;
  }
}
