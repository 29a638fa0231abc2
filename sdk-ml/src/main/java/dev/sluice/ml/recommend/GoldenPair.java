package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was predicted of a pair, so that whoever loads the recommender can see that it still predicts the same.
 *
 * @param user the position of the user; -1 for one who is not known
 * @param item the position of the item; -1 for one that is not known
 * @param predicted what was predicted
 */
record GoldenPair(int user, int item, double predicted) {

  private static final int MOST = 50;
  private static final double TOLERANCE = 1e-9;

  GoldenPair {
    Valid.finite(predicted, "a golden prediction");
  }

  /** Pairs from all over users and items, and what is not known. */
  static List<GoldenPair> of(Latent latent) {
    List<GoldenPair> pairs = new ArrayList<>();
    int users = latent.users().size();
    int items = latent.items().size();
    int count = MOST - 3;
    for (int i = 0; i < count; i++) {
      pairs.add(of(latent, (int) ((long) i * users / count), (int) (i * 7_919L % items)));
    }
    pairs.add(of(latent, -1, 0));
    pairs.add(of(latent, 0, -1));
    pairs.add(of(latent, -1, -1));
    return pairs;
  }

  private static GoldenPair of(Latent latent, int user, int item) {
    return new GoldenPair(user, item, latent.predict(latent.user(user), item).value());
  }

  /** What is different now. */
  Optional<String> difference(Latent latent) {
    Valid.that(
        user >= -1
            && item >= -1
            && user < latent.users().size()
            && item < latent.items().size(),
        "a golden prediction is of user %s and item %s, which are not there",
        user,
        item);
    double now = of(latent, user, item).predicted();
    return Math.abs(now - predicted) <= TOLERANCE * Math.max(1, Math.abs(predicted))
        ? Optional.empty()
        : Optional.of(
            "user %s and item %s: %s is predicted, and %s was when the recommender was made"
                .formatted(user, item, now, predicted));
  }
}
