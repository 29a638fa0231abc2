package dev.sluice.ml.recommend;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How good a recommender was for one user of the test.
 *
 * @param known whether the user is known
 * @param ratings how many were held out
 * @param squares of the errors, added up
 * @param biasSquares the same of the biases alone
 * @param knownRatings how many were of items that are known, of a user who is
 * @param knownSquares of the errors of these
 * @param knownBiasSquares the same of the biases alone
 * @param relevant how many were worth recommending
 * @param hits how many of these were recommended
 * @param popularHits how many of these are in what is recommended to all
 * @param top the positions of what was recommended
 */
record UserTally(
    boolean known,
    int ratings,
    double squares,
    double biasSquares,
    int knownRatings,
    double knownSquares,
    double knownBiasSquares,
    int relevant,
    int hits,
    int popularHits,
    int[] top)
    implements Serializable {

  static UserTally of(UserRatings held, Latent latent, int most, double relevantFrom) {
    LatentUser user = latent.user(latent.users().ids().position(held.user()));
    double squares = 0;
    double biasSquares = 0;
    int knownRatings = 0;
    double knownSquares = 0;
    double knownBiasSquares = 0;
    int[] relevant = new int[held.items().size()];
    int relevants = 0;
    for (int i = 0; i < held.items().size(); i++) {
      int item = latent.items().ids().position(held.items().get(i));
      double value = held.values().get(i);
      double error = square(latent.predict(user, item).value() - value);
      double biasError = square(latent.byBiases(user, item) - value);
      squares += error;
      biasSquares += biasError;
      if (user.isKnown() && item >= 0) {
        knownRatings++;
        knownSquares += error;
        knownBiasSquares += biasError;
      }
      if (value >= relevantFrom) {
        relevant[relevants++] = item;
      }
    }
    int[] wanted = Arrays.copyOf(relevant, relevants);
    int[] top = items(latent.top(user, most));
    int[] popular = items(latent.popular(user.seen(), most));
    return new UserTally(
        user.isKnown(),
        held.items().size(),
        squares,
        biasSquares,
        knownRatings,
        knownSquares,
        knownBiasSquares,
        relevants,
        hits(top, wanted),
        hits(popular, wanted),
        top);
  }

  private static double square(double number) {
    return number * number;
  }

  private static int[] items(TopItems top) {
    int[] items = new int[top.size()];
    for (int place = 0; place < items.length; place++) {
      items[place] = top.item(place);
    }
    return items;
  }

  private static int hits(int[] top, int[] wanted) {
    return (int) Arrays.stream(top)
        .filter(item -> Arrays.stream(wanted).anyMatch(w -> w == item))
        .count();
  }
}
