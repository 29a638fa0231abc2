package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Valid;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What a recommender has learned, and how it computes with it: of explicit ratings the mean, biases and a product of factors, all
 * added up; of implicit feedback the product alone, and where that is not known, how usual the user or the item is. It is
 * immutable, needs no Spark, and gives the same wherever it runs.
 */
final class Latent implements Serializable {

  private static final long serialVersionUID = 1L;

  private final LatentOptions options;
  private final double mean;
  private final Side users;
  private final Side items;
  private final Seen seen;

  /** Sums of products of the items' factors, which folding in of implicit feedback needs; made when it is used. */
  private transient volatile double[][] gram;

  Latent(LatentOptions options, double mean, Side users, Side items, Seen seen) {
    Valid.finite(mean, "the mean");
    requireFactors(users, options.rank(), "users");
    requireFactors(items, options.rank(), "items");
    Valid.that(
        seen.users() == users.size(),
        "there are %s users and seen items of %s",
        users.size(),
        seen.users());
    this.options = options;
    this.mean = mean;
    this.users = users;
    this.items = items;
    this.seen = seen;
  }

  private static void requireFactors(Side side, int rank, String what) {
    Valid.that(
        side.factors().length == (long) side.size() * rank,
        "%s %s have %s factors, not %s each",
        side.size(),
        what,
        side.factors().length,
        rank);
  }

  LatentOptions options() {
    return options;
  }

  double mean() {
    return mean;
  }

  Side users() {
    return users;
  }

  Side items() {
    return items;
  }

  Seen seen() {
    return seen;
  }

  /** How many items have enough ratings to be recommended. */
  int supported() {
    return (int) Arrays.stream(items.support()).filter(n -> n >= options.leastSupport()).count();
  }

  /** What is known of a user at a position; -1 is one who is not known. */
  LatentUser user(int position) {
    return position < 0
        ? LatentUser.UNKNOWN
        : new LatentUser(
            users.biases()[position],
            users.factors(position, options.rank()),
            seen.of(position));
  }

  /** What a user will make of the item at a position; -1 is one that is not known. */
  Prediction predict(LatentUser user, int item) {
    if (user.isKnown() && item >= 0) {
      return new Prediction(base(user, item) + dot(user.factors(), item), Basis.TASTE);
    } else if (item >= 0) {
      return new Prediction(mean + items.biases()[item], Basis.ITEM);
    } else if (user.isKnown()) {
      return new Prediction(mean + user.bias(), Basis.USER);
    }
    return new Prediction(mean, Basis.MEAN);
  }

  /** What the biases alone say, known or not. */
  double byBiases(LatentUser user, int item) {
    return mean + user.bias() + (item >= 0 ? items.biases()[item] : 0);
  }

  /** The best items for a user, without those the user has seen or that have too few ratings. */
  TopItems top(LatentUser user, int most) {
    TopItems top = new TopItems(Math.min(most, items.size()));
    boolean known = user.isKnown();
    int[] out = user.seen();
    int next = 0;
    for (int item = 0; item < items.size(); item++) {
      if (next < out.length && out[next] == item) {
        next++;
      } else if (items.support()[item] >= options.leastSupport()) {
        top.offer(
            item,
            known
                ? base(user, item) + dot(user.factors(), item)
                : mean + items.biases()[item]);
      }
    }
    return top;
  }

  /** The same for one who has these items and is not known otherwise. */
  TopItems popular(int[] seenItems, int most) {
    return top(LatentUser.unknown(seenItems), most);
  }

  private double base(LatentUser user, int item) {
    return options.isImplicit() ? 0 : mean + user.bias() + items.biases()[item];
  }

  private double dot(double[] user, int item) {
    float[] all = items.factors();
    int first = item * user.length;
    double sum = 0;
    for (int j = 0; j < user.length; j++) {
      sum += user[j] * all[first + j];
    }
    return sum;
  }

  /**
   * What follows from ratings of items.
   *
   * @param positions of the items, ascending
   * @param values their ratings
   */
  LatentUser foldIn(int[] positions, double[] values) {
    if (positions.length == 0) {
      return LatentUser.UNKNOWN;
    }
    return options.isImplicit() ? wanting(positions, values) : rating(positions, values);
  }

  private LatentUser rating(int[] positions, double[] values) {
    double sum = 0;
    for (int i = 0; i < positions.length; i++) {
      sum += values[i] - mean - items.biases()[positions[i]];
    }
    double bias = sum / (options.damping() + positions.length);
    RidgeSystem system = new RidgeSystem(options.rank());
    for (int i = 0; i < positions.length; i++) {
      system.add(
          items.factors(positions[i], options.rank()),
          values[i] - mean - items.biases()[positions[i]] - bias,
          1);
    }
    return new LatentUser(
        bias, system.solved(options.regularization() * positions.length), positions);
  }

  private LatentUser wanting(int[] positions, double[] values) {
    RidgeSystem system = new RidgeSystem(gram());
    for (int i = 0; i < positions.length; i++) {
      double surer = options.confidence() * values[i];
      system.add(items.factors(positions[i], options.rank()), (1 + surer) / surer, surer);
    }
    double bias = positions.length / (double) items.size() - mean;
    return new LatentUser(
        bias, system.solved(options.regularization() * positions.length), positions);
  }

  private double[][] gram() {
    double[][] made = gram;
    if (made == null) {
      RidgeSystem sum = new RidgeSystem(options.rank());
      for (int item = 0; item < items.size(); item++) {
        sum.add(items.factors(item, options.rank()), 0, 1);
      }
      made = sum.matrix();
      gram = made;
    }
    return made;
  }

  /** The items whose factors point most into the direction of an item's. */
  TopItems similar(int item, int most) {
    double[] own = items.factors(item, options.rank());
    TopItems top = new TopItems(Math.min(most, items.size()));
    for (int other = 0; other < items.size(); other++) {
      if (other != item && items.support()[other] >= options.leastSupport()) {
        top.offer(other, cosine(own, other));
      }
    }
    return top;
  }

  private double cosine(double[] own, int other) {
    double[] factors = items.factors(other, options.rank());
    double lengths =
        Arrays.stream(own).map(f -> f * f).sum() * Arrays.stream(factors).map(f -> f * f).sum();
    return lengths == 0 ? 0 : dot(own, other) / Math.sqrt(lengths);
  }
}
