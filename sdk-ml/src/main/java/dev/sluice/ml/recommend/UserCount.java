package dev.sluice.ml.recommend;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a user has rated.
 *
 * @param user who
 * @param items the positions of the items, ascending
 * @param bias how far the user's ratings lie from what mean and items say, damped
 * @param squares of what the biases leave of the ratings, added up
 */
record UserCount(Serializable user, int[] items, double bias, double squares)
    implements Serializable {

  static UserCount of(
      UserRatings ratings, Ids items, double mean, double[] biases, double damping) {
    double[] left =
        IntStream.range(0, ratings.values().size())
            .mapToDouble(
                i -> ratings.values().get(i)
                    - mean
                    - biases[items.position(ratings.items().get(i))])
            .toArray();
    double bias = Arrays.stream(left).sum() / (damping + left.length);
    double squares = Arrays.stream(left).map(each -> (each - bias) * (each - bias)).sum();
    return new UserCount(ratings.user(), ratings.positions(items), bias, squares);
  }
}
