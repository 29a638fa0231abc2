package dev.sluice.ml.recommend;

import java.io.Serializable;

/**
 * What is known of a user.
 *
 * @param bias how far from the mean
 * @param factors none if the user is not known
 * @param seen the positions of the items to leave out, ascending
 */
record LatentUser(double bias, double[] factors, int[] seen) implements Serializable {

  static final LatentUser UNKNOWN = unknown(new int[0]);

  static LatentUser unknown(int[] seen) {
    return new LatentUser(0, new double[0], seen);
  }

  boolean isKnown() {
    return factors.length > 0;
  }
}
