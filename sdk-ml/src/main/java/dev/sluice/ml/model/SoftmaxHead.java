package dev.sluice.ml.model;

import java.util.Arrays;

/**
 * A weighted sum for each label, and of these the share of each {@code exp(sum)}: the probability of the label.
 *
 * @param intercepts for each label
 * @param weights for each label those of the slots
 */
public record SoftmaxHead(double[] intercepts, double[][] weights) implements Head {
  public SoftmaxHead {
    Valid.finite(intercepts, "the intercepts");
    Valid.present(weights, "the weights");
    Valid.that(
        intercepts.length > 1 && intercepts.length == weights.length,
        "there are %s intercepts, and the weights of %s labels",
        intercepts.length,
        weights.length);
    intercepts = intercepts.clone();
    weights = weights.clone();
    for (int label = 0; label < weights.length; label++) {
      Valid.finite(weights[label], "the weights of label " + label);
      Valid.that(
          weights[label].length == weights[0].length,
          "label %s has %s weights, and label 0 %s",
          label,
          weights[label].length,
          weights[0].length);
      weights[label] = weights[label].clone();
    }
  }

  @Override
  public double[] intercepts() {
    return intercepts.clone();
  }

  @Override
  public double[][] weights() {
    return Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public int width() {
    return weights[0].length;
  }

  @Override
  public Tally open() {
    return new Sums();
  }

  @Override
  public double[] contributions(double[] slots, int index) {
    double[] contributions = new double[slots.length];
    for (int i = 0; i < slots.length; i++) {
      contributions[i] = weights[index][i] * slots[i];
    }
    return contributions;
  }

  @Override
  public double[] contributions(Encoder encoder, Inputs inputs, int index) {
    return WeightedSlots.sums(weights[index], encoder, inputs);
  }

  private final class Sums implements Tally {

    private final double[] sums = intercepts.clone();

    @Override
    public void put(int slot, double value) {
      for (int label = 0; label < sums.length; label++) {
        sums[label] += weights[label][slot] * value;
      }
    }

    @Override
    public Scores scores() {
      int best = 0;
      for (int label = 1; label < sums.length; label++) {
        best = sums[label] > sums[best] ? label : best;
      }
      double[] shares = new double[sums.length];
      double total = 0;
      for (int label = 0; label < sums.length; label++) {
        shares[label] = Math.exp(sums[label] - sums[best]);
        total += shares[label];
      }
      for (int label = 0; label < sums.length; label++) {
        shares[label] /= total;
      }
      return new Scores(shares[best], best, shares);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SoftmaxHead same
        && Arrays.equals(intercepts, same.intercepts)
        && Arrays.deepEquals(weights, same.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(weights);
  }
}
