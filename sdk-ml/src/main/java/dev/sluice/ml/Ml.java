package dev.sluice.ml;

import dev.sluice.ml.feature.Features;
import dev.sluice.ml.train.Modelling;

/**
 * Where models begin.
 *
 * <pre>{@code
 * Model<Impression, Ctr> model = Ml.model("ctr", FEATURES)
 *     .from(clicks, Click::impression).label(Click::clicked)
 *     .split(Split.byKey(Click::impression, Impression::user, 0.8))
 *     .with(logistic().l2(1e-3)).calibrated()
 *     .output(o -> row(Ctr::new).of(o.in(Impression::id), o.probability(), o.decision(0.05), o.reasons(3)))
 *     .fit(spark);
 * }</pre>
 */
public final class Ml {

  private Ml() {}

  /**
   * A model.
   *
   * @param name shown in messages, reports and its card
   * @param features what it is told of a row
   */
  public static <T extends Record> Modelling<T> model(String name, Features<T> features) {
    return new Modelling<>(name, features);
  }
}
