package dev.sluice.ml.model;

import java.util.function.Consumer;

/** Takes what the splits of trees did to the score of a row. */
@FunctionalInterface
interface SplitShares {

  /** What a split by a slot did; a slot may come more than once. */
  void add(int slot, double share);

  /** What the splits by each slot did together. */
  static double[] bySlot(int width, Consumer<SplitShares> splits) {
    double[] sums = new double[width];
    splits.accept((slot, share) -> sums[slot] += share);
    return sums;
  }

  /** What the splits by the slots of each feature did together. */
  static double[] byFeature(Encoder encoder, Consumer<SplitShares> splits) {
    double[] sums = new double[encoder.size()];
    splits.accept((slot, share) -> sums[encoder.position(slot)] += share);
    return sums;
  }
}
