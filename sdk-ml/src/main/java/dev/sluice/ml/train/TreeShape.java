package dev.sluice.ml.train;

/**
 * How many trees there are, and how large.
 *
 * @param trees how many
 * @param depth how many splits a row passes at most
 * @param leastRows how many rows are in a leaf at least
 */
record TreeShape(int trees, int depth, int leastRows) {

  private static final int DEEPEST = 30;

  TreeShape {
    Positive.of(trees, "the number of trees");
    Positive.of(leastRows, "the least number of rows in a leaf");
    if (depth < 1 || depth > DEEPEST) {
      throw new IllegalArgumentException(
          "trees are 1 to %d splits deep, not %d".formatted(DEEPEST, depth));
    }
  }

  TreeShape trees(int changed) {
    return new TreeShape(changed, depth, leastRows);
  }

  TreeShape depth(int changed) {
    return new TreeShape(trees, changed, leastRows);
  }

  TreeShape leastRows(int changed) {
    return new TreeShape(trees, depth, changed);
  }

  /** A part of the rows, checked. */
  static double share(double part) {
    if (!(part > 0 && part <= 1)) {
      throw new IllegalArgumentException(
          "the part of the rows that is drawn is more than 0 and at most 1, not " + part);
    }
    return part;
  }

  String text() {
    return "%d trees, at most %d deep, at least %d rows in a leaf"
        .formatted(trees, depth, leastRows);
  }
}
