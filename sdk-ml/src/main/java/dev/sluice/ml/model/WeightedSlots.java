package dev.sluice.ml.model;

/** A sum of what is put, weighted. */
final class WeightedSlots implements Slots {

  private final double[] weights;
  private double sum;

  private WeightedSlots(double[] weights) {
    this.weights = weights;
  }

  /** The weighted sum of the slots of each feature of a row. */
  static double[] sums(double[] weights, Encoder encoder, Inputs inputs) {
    double[] sums = new double[encoder.size()];
    WeightedSlots feature = new WeightedSlots(weights);
    for (int i = 0; i < sums.length; i++) {
      feature.sum = 0;
      encoder.encode(i, inputs, feature);
      sums[i] = feature.sum;
    }
    return sums;
  }

  @Override
  public void put(int slot, double value) {
    sum += weights[slot] * value;
  }
}
