package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Valid;
import java.io.Serializable;

/**
 * What is learned of all users, or of all items, at the position of each id.
 *
 * @param ids which
 * @param support how many ratings each has
 * @param biases how far each lies from the mean
 * @param factors of each as many as the rank
 */
record Side(Ids ids, int[] support, double[] biases, float[] factors) implements Serializable {

  Side {
    Valid.that(
        support.length == ids.size() && biases.length == ids.size(),
        "%s ids have %s counts and %s biases",
        ids.size(),
        support.length,
        biases.length);
    Valid.finite(biases, "the biases");
    for (float factor : factors) {
      Valid.that(Float.isFinite(factor), "a factor is %s, not a finite number", factor);
    }
  }

  int size() {
    return ids.size();
  }

  /** The factors at a position, as doubles. */
  double[] factors(int position, int rank) {
    double[] own = new double[rank];
    for (int j = 0; j < rank; j++) {
      own[j] = factors[position * rank + j];
    }
    return own;
  }
}
