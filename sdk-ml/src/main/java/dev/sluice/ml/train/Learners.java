package dev.sluice.ml.train;

/** What can learn: {@code .with(logistic().l2(1e-3))}; several of one kind are tried, and the best is taken. */
public final class Learners {

  private Learners() {}

  /**
   * Logistic regression: for two labels or more. The sum of what the features weigh are log odds, so that it can be
   * explained.
   */
  public static Logistic logistic() {
    return Logistic.DEFAULT;
  }

  /** Linear regression, for numbers. */
  public static Linear linear() {
    return Linear.DEFAULT;
  }
}
