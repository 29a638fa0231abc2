package dev.sluice.ml.train;

/**
 * How large weights are held against a model.
 *
 * @param strength 0 or more; with the mean loss of a row, as Spark's {@code regParam}
 * @param l1 the share of the absolute values, the rest is of the squares
 */
record Penalty(double strength, double l1) {
  Penalty {
    if (!(strength >= 0) || Double.isInfinite(strength)) {
      throw new IllegalArgumentException("a penalty is 0 or more, not " + strength);
    }
    if (!(l1 >= 0 && l1 <= 1)) {
      throw new IllegalArgumentException("the share of l1 lies between 0 and 1, not " + l1);
    }
  }

  static Penalty l2(double strength) {
    return new Penalty(strength, 0);
  }

  String text() {
    return l1 == 0 ? "l2 " + strength : "penalty %s with %s of it l1".formatted(strength, l1);
  }
}
