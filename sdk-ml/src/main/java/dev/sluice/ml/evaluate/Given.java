package dev.sluice.ml.evaluate;

/** Checks of the arrays that figures are made of. */
final class Given {

  private Given() {}

  static void sameLength(int rows, int others, String what) {
    if (rows != others) {
      throw new IllegalArgumentException(
          "there are %d rows and %d %s; give one for each row".formatted(rows, others, what));
    }
  }

  /** Finite, or NaN, which stands for a row that could not be scored. */
  static void scores(double[] scores) {
    for (int i = 0; i < scores.length; i++) {
      if (Double.isInfinite(scores[i])) {
        throw new IllegalArgumentException(
            "the score of row %d is %s; a row that cannot be scored has NaN"
                .formatted(i, scores[i]));
      }
    }
  }

  static void weights(double[] weights) {
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the weight of row %d is %s; a weight says how many equal rows a row stands for"
                .formatted(i, weights[i]));
      }
    }
  }

  /** The share of the rows that have a score, by weight; 1 of none. */
  static double coverage(double[] scores, double[] weights) {
    double scored = 0;
    double all = 0;
    for (int i = 0; i < scores.length; i++) {
      double weight = weights == null ? 1 : weights[i];
      all += weight;
      scored += Double.isNaN(scores[i]) ? 0 : weight;
    }
    return all == 0 ? 1 : scored / all;
  }

  static double[] only(double[] numbers, int[] rows) {
    double[] some = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      some[i] = numbers[rows[i]];
    }
    return some;
  }

  static int[] only(int[] numbers, int[] rows) {
    int[] some = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      some[i] = numbers[rows[i]];
    }
    return some;
  }
}
