package dev.sluice.ml.recommend;

import java.io.Serializable;
import java.util.List;

/**
 * What a user has rated.
 *
 * @param user who
 * @param items the positions of the items, ascending
 * @param bias how far the user's ratings lie from what mean and items say, damped
 */
record UserCount(Serializable user, int[] items, double bias) implements Serializable {

  static UserCount of(UserRatings ratings, Ids items, double mean, double[] biases,
      double damping) {
    List<Double> values = ratings.values();
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += values.get(i) - mean - biases[items.position(ratings.items().get(i))];
    }
    return new UserCount(
        ratings.user(), ratings.positions(items), sum / (damping + values.size()));
  }
}
