package dev.sluice.ml.evaluate;

import java.util.Arrays;

/**
 * Scores in order, those of what happened and those of what did not apart: the one sort of which all figures of a
 * ranking are made. Equal scores come as one group, so no figure can depend on the order of ties.
 */
final class Ranking {

  /** Rows with the same score. */
  interface Group {

    /**
     * One group.
     *
     * @param positive how many of it happened, by weight
     * @param negative how many did not
     */
    void rows(double score, double positive, double negative);
  }

  /** One side: the scores ascending, and what each weighs; null if each weighs 1. */
  private record Side(double[] scores, double[] weights, double total) {

    private static Side sorted(double[] scores, double[] weights) {
      if (weights == null) {
        Arrays.sort(scores);
        return new Side(scores, null, scores.length);
      }
      PairedSort.sort(scores, weights);
      return new Side(scores, weights, Arrays.stream(weights).sum());
    }

    private double weight(int row) {
      return weights == null ? 1 : weights[row];
    }
  }

  private final Side positives;
  private final Side negatives;

  private Ranking(Side positives, Side negatives) {
    this.positives = positives;
    this.negatives = negatives;
  }

  /**
   * Of rows; those whose score is NaN are left out.
   *
   * @param weights null if each weighs 1
   */
  static Ranking of(double[] scores, boolean[] outcomes, double[] weights) {
    return new Ranking(
        side(scores, outcomes, weights, true), side(scores, outcomes, weights, false));
  }

  private static Side side(
      double[] scores, boolean[] outcomes, double[] weights, boolean happened) {
    int size = 0;
    for (int i = 0; i < scores.length; i++) {
      if (outcomes[i] == happened && !Double.isNaN(scores[i])) {
        size++;
      }
    }
    double[] own = new double[size];
    double[] ownWeights = weights == null ? null : new double[size];
    int next = 0;
    for (int i = 0; i < scores.length; i++) {
      if (outcomes[i] == happened && !Double.isNaN(scores[i])) {
        own[next] = scores[i];
        if (weights != null) {
          ownWeights[next] = weights[i];
        }
        next++;
      }
    }
    return Side.sorted(own, ownWeights);
  }

  /** How many rows happened, by weight. */
  double positive() {
    return positives.total;
  }

  /** How many did not, by weight. */
  double negative() {
    return negatives.total;
  }

  /** How many there are, by weight. */
  double total() {
    return positives.total + negatives.total;
  }

  /** The share of those that happened. */
  double rate() {
    return positives.total / total();
  }

  /** Whether both happened and did not happen. */
  boolean hasBoth() {
    return positives.total > 0 && negatives.total > 0;
  }

  /** Whether all scores can be probabilities. */
  boolean isOfProbabilities() {
    return isWithin(positives.scores) && isWithin(negatives.scores);
  }

  private static boolean isWithin(double[] sorted) {
    return sorted.length == 0 || sorted[0] >= 0 && sorted[sorted.length - 1] <= 1;
  }

  /** From the lowest score to the highest. */
  void ascending(Group group) {
    int p = 0;
    int n = 0;
    while (p < positives.scores.length || n < negatives.scores.length) {
      double score =
          p == positives.scores.length
              ? negatives.scores[n]
              : n == negatives.scores.length
                  ? positives.scores[p]
                  : Math.min(positives.scores[p], negatives.scores[n]);
      double positive = 0;
      for (; p < positives.scores.length && positives.scores[p] == score; p++) {
        positive += positives.weight(p);
      }
      double negative = 0;
      for (; n < negatives.scores.length && negatives.scores[n] == score; n++) {
        negative += negatives.weight(n);
      }
      if (positive + negative > 0) {
        group.rows(score, positive, negative);
      }
    }
  }

  /** From the highest score to the lowest. */
  void descending(Group group) {
    int p = positives.scores.length - 1;
    int n = negatives.scores.length - 1;
    while (p >= 0 || n >= 0) {
      double score =
          p < 0
              ? negatives.scores[n]
              : n < 0
                  ? positives.scores[p]
                  : Math.max(positives.scores[p], negatives.scores[n]);
      double positive = 0;
      for (; p >= 0 && positives.scores[p] == score; p--) {
        positive += positives.weight(p);
      }
      double negative = 0;
      for (; n >= 0 && negatives.scores[n] == score; n--) {
        negative += negatives.weight(n);
      }
      if (positive + negative > 0) {
        group.rows(score, positive, negative);
      }
    }
  }
}
