package dev.sluice.ml;

import dev.sluice.Stage;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.recommend.Recommenders;
import dev.sluice.ml.recommend.Recommending;
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

  /**
   * A recommender: what users will like, learned from what they and others have liked.
   *
   * @param name shown in messages, reports and its card
   * @param ratings what users have rated or done
   */
  public static <T extends Record> Recommending<T> recommender(String name, Stage<T> ratings) {
    return Recommenders.of(name, ratings);
  }
}
