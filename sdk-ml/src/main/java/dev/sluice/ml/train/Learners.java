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

  /**
   * Generalized linear regression, for numbers that are never negative: {@code generalized(Family.poisson())} for counts.
   */
  public static Generalized generalized(Family family) {
    return Generalized.of(family);
  }

  /** A random forest, for labels and numbers: finds by itself where features matter together. */
  public static RandomForest randomForest() {
    return RandomForest.DEFAULT;
  }

  /** Boosted trees, for true and false and for numbers: often the best of all, and the slowest to learn. */
  public static BoostedTrees boostedTrees() {
    return BoostedTrees.DEFAULT;
  }
}
