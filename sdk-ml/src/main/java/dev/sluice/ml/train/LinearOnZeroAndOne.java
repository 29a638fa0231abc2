package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.LinearHead.Link;
import org.apache.spark.ml.regression.LinearRegressionModel;

/** Linear regression on 1 for true and 0 for false. */
public final class LinearOnZeroAndOne implements Learner.OfBinary {

  private final Linear linear;

  LinearOnZeroAndOne(Linear linear) {
    this.linear = linear;
  }

  @Override
  public String text() {
    return linear.text() + ", on 0 and 1";
  }

  @Override
  @Internal
  public Learned learn(EncodedRows rows) {
    LinearRegressionModel model = linear.model(rows);
    return Learned.ofNumber(
        Linear.head(model, Link.UNIT),
        features -> Math.min(1, Math.max(0, model.predict(features))));
  }
}
