package dev.sluice.ml.recommend;

/**
 * A mean over all rows with its 95 % interval, in which rows of one user count as what they are: not independent of each
 * other.
 *
 * @param value the mean
 * @param margin how far the ends of the interval are from it
 */
record Ratio(double value, double margin) {

  private static final double OF_95_PERCENT = 1.96;

  /**
   * Of what each user has.
   *
   * @param counts how many rows
   * @param sums of the rows' numbers
   */
  static Ratio of(double[] counts, double[] sums) {
    double count = 0;
    double sum = 0;
    int users = 0;
    for (int i = 0; i < counts.length; i++) {
      count += counts[i];
      sum += sums[i];
      users += counts[i] > 0 ? 1 : 0;
    }
    double value = sum / count;
    double squares = 0;
    for (int i = 0; i < counts.length; i++) {
      double off = sums[i] - value * counts[i];
      squares += off * off;
    }
    double variance = users < 2 ? 0 : squares * users / (users - 1.0) / (count * count);
    return new Ratio(value, OF_95_PERCENT * Math.sqrt(variance));
  }

  double low() {
    return value - margin;
  }

  double high() {
    return value + margin;
  }
}
