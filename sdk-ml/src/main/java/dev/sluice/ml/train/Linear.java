package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.LinearHead.Link;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;

/** Linear regression by MLlib, with numbers scaled by the features themselves. */
public final class Linear implements Learner.OfNumbers {

  static final Linear DEFAULT = new Linear(Penalty.l2(1e-3), 200);

  private final Penalty penalty;
  private final int iterations;

  private Linear(Penalty penalty, int iterations) {
    this.penalty = penalty;
    this.iterations = iterations;
  }

  /**
   * Holds large weights against the model by their squares; 0.001 unless told otherwise.
   *
   * @param strength with half the mean squared error of a row; 0 or more
   */
  public Linear l2(double strength) {
    return new Linear(Penalty.l2(strength), iterations);
  }

  /**
   * Holds large weights against the model by their squares and their absolute values.
   *
   * @param strength 0 or more
   * @param l1 the share of the absolute values
   */
  public Linear elasticNet(double strength, double l1) {
    return new Linear(new Penalty(strength, l1), iterations);
  }

  /** How many steps are made at most; 200 unless told otherwise. */
  public Linear iterations(int most) {
    return new Linear(penalty, Positive.of(most, "the number of iterations"));
  }

  /**
   * Learns true and false as 1 and 0, what is below or above them is cut off: simple, and not as good a probability as
   * that of {@link Learners#logistic}.
   */
  public LinearOnZeroAndOne onZeroAndOne() {
    return new LinearOnZeroAndOne(this);
  }

  @Override
  public String text() {
    return "linear regression, %s, at most %s iterations".formatted(penalty.text(), iterations);
  }

  @Override
  @Internal
  public Learned learn(EncodedRows rows) {
    LinearRegressionModel model = model(rows);
    return Learned.ofNumber(head(model, Link.IDENTITY), model::predict);
  }

  static LinearHead head(LinearRegressionModel model, Link link) {
    return new LinearHead(link, model.intercept(), model.coefficients().toArray());
  }

  LinearRegressionModel model(EncodedRows rows) {
    return new LinearRegression()
        .setLabelCol(EncodedRows.LABEL)
        .setWeightCol(EncodedRows.WEIGHT)
        .setFeaturesCol(EncodedRows.FEATURES)
        .setStandardization(false)
        .setRegParam(penalty.strength())
        .setElasticNetParam(penalty.l1())
        .setMaxIter(iterations)
        .setSolver("l-bfgs")
        .fit(rows.rows());
  }
}
