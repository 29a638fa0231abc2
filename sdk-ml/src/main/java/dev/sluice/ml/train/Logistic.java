package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.SoftmaxHead;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;

/**
 * Logistic regression by MLlib. Numbers are scaled by the features themselves, and MLlib's own scaling is off: it scales a level by how
 * rare it is, so that rare levels are hardly held to anything, which costs a model of many levels more than it gains by all its features.
 */
public final class Logistic implements Learner.OfBinary, Learner.OfLabels {

  static final Logistic DEFAULT = new Logistic(Penalty.l2(1e-3), 200);

  private static final double TOLERANCE = 1e-8;

  private final Penalty penalty;
  private final int iterations;

  private Logistic(Penalty penalty, int iterations) {
    this.penalty = penalty;
    this.iterations = iterations;
  }

  /**
   * Holds large weights against the model by their squares; 0.001 unless told otherwise.
   *
   * @param strength with the mean loss of a row; 0 or more
   */
  public Logistic l2(double strength) {
    return new Logistic(Penalty.l2(strength), iterations);
  }

  /**
   * Holds large weights against the model by their squares and their absolute values: the second makes weights 0.
   *
   * @param strength 0 or more
   * @param l1 the share of the absolute values
   */
  public Logistic elasticNet(double strength, double l1) {
    return new Logistic(new Penalty(strength, l1), iterations);
  }

  /** How many steps are made at most; 200 unless told otherwise. */
  public Logistic iterations(int most) {
    return new Logistic(penalty, Positive.of(most, "the number of iterations"));
  }

  @Override
  public String text() {
    return "logistic regression, %s, at most %s iterations".formatted(penalty.text(), iterations);
  }

  @Override
  @Internal
  public Learned learn(EncodedRows rows) {
    LogisticRegressionModel model =
        new LogisticRegression()
            .setLabelCol(EncodedRows.LABEL)
            .setWeightCol(EncodedRows.WEIGHT)
            .setFeaturesCol(EncodedRows.FEATURES)
            .setFamily(rows.several() ? "multinomial" : "binomial")
            .setStandardization(false)
            .setRegParam(penalty.strength())
            .setElasticNetParam(penalty.l1())
            .setMaxIter(iterations)
            .setTol(TOLERANCE)
            .fit(rows.rows());
    return rows.several()
        ? new Learned(
            new SoftmaxHead(model.interceptVector().toArray(), weights(model)),
            features -> model.predictProbability(features).toArray())
        : Learned.ofNumber(
            new LinearHead(
                LinearHead.Link.LOGISTIC, model.intercept(), model.coefficients().toArray()),
            features -> model.predictProbability(features).apply(1));
  }

  private static double[][] weights(LogisticRegressionModel model) {
    double[][] weights = new double[model.numClasses()][model.numFeatures()];
    model
        .coefficientMatrix()
        .foreachActive(
            (label, slot, weight) -> {
              weights[(int) label][(int) slot] = (double) weight;
              return scala.runtime.BoxedUnit.UNIT;
            });
    return weights;
  }
}
