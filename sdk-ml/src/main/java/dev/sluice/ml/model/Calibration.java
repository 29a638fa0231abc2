package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Corrects a probability: by a line from each point to the next, level outside. Without points it
 * leaves it alone.
 *
 * @param from what the head says, ascending
 * @param to what it becomes, not descending
 */
public record Calibration(double[] from, double[] to) implements Serializable {

  /** Leaves probabilities alone. */
  public static final Calibration NONE = new Calibration(new double[0], new double[0]);

  public Calibration {
    Valid.finite(from, "the calibration's points");
    Valid.finite(to, "the calibrated probabilities");
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

  /** Whether it leaves probabilities alone. */
  public boolean isNone() {
    return from.length == 0;
  }

  /** What a probability becomes. */
  public double of(double probability) {
    if (from.length == 0) {
      return probability;
    }
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
    return other instanceof Calibration same
        && Arrays.equals(from, same.from)
        && Arrays.equals(to, same.to);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(from) * 31 + Arrays.hashCode(to);
  }
}
