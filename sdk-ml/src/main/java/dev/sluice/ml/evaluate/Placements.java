package dev.sluice.ml.evaluate;

import java.util.Arrays;

/** How much of one side's weight has a lower score than a row, ties counting one half. */
final class Placements {

  private final double[] scores;
  private final double[] before;
  private final double total;

  /**
   * Among these rows.
   *
   * @param scores are sorted here
   * @param weights null if each weighs 1; are sorted along
   */
  Placements(double[] scores, double[] weights) {
    this.scores = scores;
    if (weights == null) {
      Arrays.sort(scores);
      this.before = null;
      this.total = scores.length;
    } else {
      PairedSort.sort(scores, weights);
      this.before = new double[scores.length + 1];
      for (int i = 0; i < scores.length; i++) {
        before[i + 1] = before[i] + weights[i];
      }
      this.total = before[scores.length];
    }
  }

  /** The share of the weight below a score. */
  double below(double score) {
    int first = firstFrom(score, 0, scores.length);
    int end = endOfTies(score, first);
    return before == null
        ? (first + (end - first) / 2.0) / total
        : (before[first] + (before[end] - before[first]) / 2) / total;
  }

  /** Ties are mostly none or few: looked for near by first, then twice as far each time. */
  private int endOfTies(double score, int first) {
    int step = 1;
    int last = first;
    while (last < scores.length && scores[last] <= score) {
      last += step;
      step *= 2;
    }
    return last == first
        ? first
        : firstFrom(Math.nextUp(score), first, Math.min(last, scores.length));
  }

  private int firstFrom(double score, int low, int high) {
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scores[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
