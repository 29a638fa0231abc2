package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.Arrays;

/** Corrects a probability, so that of the rows with 0.2 a fifth is true. It never changes their order. */
public sealed interface Calibration extends Serializable {

  /** Leaves probabilities alone. */
  Calibration NONE = new None();

  /** What a probability becomes. */
  double of(double probability);

  /** Whether it leaves probabilities alone. */
  default boolean isNone() {
    return false;
  }

  /** Leaves probabilities alone. */
  record None() implements Calibration {
    @Override
    public double of(double probability) {
      return probability;
    }

    @Override
    public boolean isNone() {
      return true;
    }
  }

  /**
   * A line from each point to the next, level outside.
   *
   * @param from what the head says, ascending, at least one
   * @param to what it becomes, not descending
   */
  record Points(double[] from, double[] to) implements Calibration {
    public Points {
      Valid.finite(from, "the calibration's points");
      Valid.finite(to, "the calibrated probabilities");
      Valid.that(from.length > 0, "the calibration has no points");
      Valid.that(
          from.length == to.length,
          "the calibration has %s points and %s probabilities",
          from.length,
          to.length);
      for (int i = 0; i < from.length; i++) {
        Valid.that(to[i] >= 0 && to[i] <= 1, "a calibrated probability is %s", to[i]);
        Valid.that(
            i == 0 || (from[i - 1] < from[i] && to[i - 1] <= to[i]),
            "the calibration's points do not ascend");
      }
      from = from.clone();
      to = to.clone();
    }

    @Override
    public double[] from() {
      return from.clone();
    }

    @Override
    public double[] to() {
      return to.clone();
    }

    @Override
    public double of(double probability) {
      int found = Arrays.binarySearch(from, probability);
      if (found >= 0) {
        return to[found];
      }
      int above = -found - 1;
      if (above == 0) {
        return to[0];
      } else if (above == from.length) {
        return to[to.length - 1];
      }
      double share = (probability - from[above - 1]) / (from[above] - from[above - 1]);
      return to[above - 1] + share * (to[above] - to[above - 1]);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Points same
          && Arrays.equals(from, same.from)
          && Arrays.equals(to, same.to);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(from) * 31 + Arrays.hashCode(to);
    }

    @Override
    public String toString() {
      return "Points[from=%s, to=%s]".formatted(Arrays.toString(from), Arrays.toString(to));
    }
  }

  /**
   * A line in log odds: {@code logit(to) = slope * logit(from) + intercept}; 0 stays 0, 1 stays 1.
   *
   * @param slope more than 0; below 1 the head is too sure of itself
   * @param intercept above 0 the head's probabilities are too low
   */
  record Sigmoid(double slope, double intercept) implements Calibration {
    public Sigmoid {
      Valid.finite(slope, "the slope of the calibration");
      Valid.finite(intercept, "the intercept of the calibration");
      Valid.that(slope > 0, "the slope of the calibration is %s, not positive", slope);
    }

    @Override
    public double of(double probability) {
      double logit = Math.log(probability / (1 - probability));
      return 1 / (1 + Math.exp(-(slope * logit + intercept)));
    }
  }
}
