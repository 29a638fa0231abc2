package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.LinearHead.Link;

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
  public Head learn(EncodedRows rows) {
    return linear.learn(rows, Link.UNIT);
  }
}
