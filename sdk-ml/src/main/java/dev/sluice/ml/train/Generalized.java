package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.LinearHead.Link;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.sql.functions;

/**
 * Generalized linear regression by MLlib: for counts and amounts, which are never negative and vary the more the larger they are. It solves for all
 * weights at once, so that the features may have 4,096 slots at most.
 */
public final class Generalized implements Learner.OfNumbers {

  private static final int WIDEST = 4_096;
  private static final double TOLERANCE = 1e-10;

  private final Family family;
  private final double l2;
  private final int iterations;

  private Generalized(Family family, double l2, int iterations) {
    this.family = family;
    this.l2 = l2;
    this.iterations = iterations;
  }

  static Generalized of(Family family) {
    return new Generalized(family, 1e-3, 50);
  }

  /**
   * Holds large weights against the model by their squares; 0.001 unless told otherwise.
   *
   * @param strength 0 or more
   */
  public Generalized l2(double strength) {
    return new Generalized(family, Penalty.l2(strength).strength(), iterations);
  }

  /** How many steps are made at most; 50 unless told otherwise. */
  public Generalized iterations(int most) {
    return new Generalized(family, l2, Positive.of(most, "the number of iterations"));
  }

  @Override
  public String text() {
    return "generalized linear regression, %s, l2 %s, at most %d iterations"
        .formatted(family, l2, iterations);
  }

  @Override
  @Internal
  public List<String> problems(EncodedRows rows) {
    List<String> problems = new ArrayList<>();
    if (rows.width() > WIDEST) {
      problems.add(
          "a generalized linear regression takes %,d slots, and the features have %,d: give categories fewer levels with maxLevels(…), or as their asMeanOfLabel()"
              .formatted(WIDEST, rows.width()));
    }
    double least = rows.rows().agg(functions.min(EncodedRows.LABEL)).head().getDouble(0);
    if (!family.has(least)) {
      problems.add(
          "a number of the %s is %s, and the least label is %s: take another family, or leave these rows out"
              .formatted(family, family.range(), least));
    }
    return problems;
  }

  @Override
  @Internal
  public Learned learn(EncodedRows rows) {
    GeneralizedLinearRegression regression =
        new GeneralizedLinearRegression()
            .setLabelCol(EncodedRows.LABEL)
            .setWeightCol(EncodedRows.WEIGHT)
            .setFeaturesCol(EncodedRows.FEATURES)
            .setFamily(family.name())
            .setRegParam(l2)
            .setMaxIter(iterations)
            .setTol(TOLERANCE);
    if ("tweedie".equals(family.name())) {
      regression.setVariancePower(family.power()).setLinkPower(0);
    } else {
      regression.setLink(family.link() == Link.IDENTITY ? "identity" : "log");
    }
    GeneralizedLinearRegressionModel model = regression.fit(rows.rows());
    return Learned.ofNumber(
        new LinearHead(family.link(), model.intercept(), model.coefficients().toArray()),
        model::predict);
  }
}
