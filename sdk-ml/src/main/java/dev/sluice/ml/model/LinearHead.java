package dev.sluice.ml.model;

import java.util.Arrays;

/**
 * A weighted sum.
 *
 * @param link what the sum becomes
 * @param intercept is added to the sum
 * @param weights of the slots
 */
public record LinearHead(Link link, double intercept, double[] weights) implements Head {

  /** What a sum becomes. */
  public enum Link {
    /** Itself. */
    IDENTITY {
      @Override
      double of(double sum) {
        return sum;
      }
    },
    /** A probability: {@code 1 / (1 + exp(-sum))}. */
    LOGISTIC {
      @Override
      double of(double sum) {
        return 1 / (1 + Math.exp(-sum));
      }
    },
    /** A positive number: {@code exp(sum)}. */
    EXPONENTIAL {
      @Override
      double of(double sum) {
        return Math.exp(sum);
      }
    },
    /** A probability: the sum, not below 0 and not above 1. */
    UNIT {
      @Override
      double of(double sum) {
        return Math.min(1, Math.max(0, sum));
      }
    };

    abstract double of(double sum);
  }

  public LinearHead {
    Valid.present(link, "the link");
    Valid.finite(intercept, "the intercept");
    Valid.finite(weights, "the weights");
    weights = weights.clone();
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }

  @Override
  public int width() {
    return weights.length;
  }

  @Override
  public double[] slotWeights() {
    return weights.clone();
  }

  /** Of a sum above 709 the exponential is no number any more. */
  @Override
  public boolean mayOverflow() {
    return link == Link.EXPONENTIAL;
  }

  @Override
  public Tally open() {
    return new Sum();
  }

  @Override
  public double[] contributions(double[] slots, int index) {
    double[] contributions = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      contributions[i] = weights[i] * slots[i];
    }
    return contributions;
  }

  @Override
  public double[] contributions(Encoder encoder, Inputs inputs, int index) {
    return WeightedSlots.sums(weights, encoder, inputs);
  }

  private final class Sum implements Tally {

    private double sum = intercept;

    @Override
    public void put(int slot, double value) {
      sum += weights[slot] * value;
    }

    @Override
    public Scores scores() {
      return Scores.of(link.of(sum));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearHead same
        && link == same.link
        && Double.compare(intercept, same.intercept) == 0
        && Arrays.equals(weights, same.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }
}
