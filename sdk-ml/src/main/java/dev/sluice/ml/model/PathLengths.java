package dev.sluice.ml.model;

/**
 * How many splits it takes on average to part one row from the others, where each split is drawn at random: that of an
 * unsuccessful search in a binary search tree, c(n) in equation 1 of Liu, Ting and Zhou, <i>Isolation Forest</i>, 2008.
 */
final class PathLengths {

  private static final double EULER = 0.5772156649015329;

  private PathLengths() {}

  /** Of so many rows. */
  static double of(long rows) {
    if (rows <= 1) {
      return 0;
    } else if (rows == 2) {
      return 1;
    }
    return 2 * (Math.log(rows - 1) + EULER) - 2.0 * (rows - 1) / rows;
  }
}
