package dev.sluice.ml.evaluate;

/** Where a figure lies with 95 %. */
record Interval(double low, double high) {

  /** How many standard errors the ends are away: the 97.5 % quantile of the normal distribution. */
  static final double Z = 1.959963984540054;

  /** Of a figure that is a mean of many rows, or nearly one. */
  static Interval normal(double value, double error) {
    return new Interval(value - Z * error, value + Z * error);
  }

  /**
   * Of a share that is no mean of independent rows, such as an AUC: normal on the scale of its log odds, so that it
   * stays between 0 and 1 and covers near the ends too. At an end nothing is seen of how it varies; then it reaches to
   * where so many independent trials would all have gone well with 2.5 %.
   */
  static Interval logit(double value, double error, double trials) {
    if (!Double.isFinite(error)) {
      return new Interval(0, 1);
    } else if (value >= 1 || value <= 0) {
      double reach = Math.pow(0.025, 1 / Math.max(1, trials));
      return value >= 1 ? new Interval(reach, 1) : new Interval(0, 1 - reach);
    }
    double logit = Math.log(value / (1 - value));
    double width = Z * error / (value * (1 - value));
    return new Interval(logistic(logit - width), logistic(logit + width));
  }

  /**
   * Of a share of independent rows, by Wilson (1927).
   *
   * @param rows how many rows, not 0
   */
  static Interval wilson(double share, double rows) {
    double square = Z * Z;
    double centre = (share + square / (2 * rows)) / (1 + square / rows);
    double width =
        Z
            / (1 + square / rows)
            * Math.sqrt(share * (1 - share) / rows + square / (4 * rows * rows));
    return new Interval(Math.max(0, centre - width), Math.min(1, centre + width));
  }

  /** The part of it between these. */
  Interval within(double least, double most) {
    return new Interval(
        Math.min(most, Math.max(least, low)), Math.max(least, Math.min(most, high)));
  }

  static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
