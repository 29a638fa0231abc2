package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Valid;
import java.io.Serializable;

/**
 * How a recommender is trained, as far as computing with it depends on it.
 *
 * @param feedback what ratings are
 * @param rank how many factors there are for each user and item
 * @param regularization how much factors are drawn to 0, for each rating
 * @param damping so many ratings at the mean are added to those of each user and item
 * @param confidence how much surer one more of implicit feedback makes
 * @param leastSupport an item with fewer ratings is not recommended
 */
record LatentOptions(
    Feedback feedback,
    int rank,
    double regularization,
    double damping,
    double confidence,
    int leastSupport)
    implements Serializable {

  static final int MOST_FACTORS = 1_000;

  LatentOptions {
    Valid.present(feedback, "the kind of feedback");
    Valid.that(rank > 0 && rank <= MOST_FACTORS, "the rank is %s: from 1 to %s", rank,
        MOST_FACTORS);
    Valid.finite(regularization, "the regularization");
    Valid.finite(damping, "the damping");
    Valid.finite(confidence, "the confidence");
    Valid.that(regularization > 0, "the regularization is %s, not above 0", regularization);
    Valid.that(damping >= 0, "the damping is %s, below 0", damping);
    Valid.that(confidence > 0, "the confidence is %s, not above 0", confidence);
    Valid.that(leastSupport >= 0, "the least support is %s, below 0", leastSupport);
  }

  boolean isImplicit() {
    return feedback == Feedback.IMPLICIT;
  }
}
