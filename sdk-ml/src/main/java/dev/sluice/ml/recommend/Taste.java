package dev.sluice.ml.recommend;

import java.util.List;

/**
 * What a recommender knows of one user, who may have been in the ratings, been folded in, or not be known at all.
 *
 * @param <I> the type of the ids of items
 */
public final class Taste<I> {

  private final Latent latent;
  private final LatentUser user;
  private final Class<I> itemType;

  Taste(Latent latent, LatentUser user, Class<I> itemType) {
    this.latent = latent;
    this.user = user;
    this.itemType = itemType;
  }

  /** Whether anything is known of the user. */
  public boolean isKnown() {
    return user.isKnown();
  }

  /** What the user will make of an item; see {@link Recommender#predict}. */
  public Prediction predict(I item) {
    return latent.predict(user, latent.items().ids().position(item));
  }

  /**
   * The best items for the user; see {@link Recommender#top}.
   *
   * @param n how many at most
   * @throws IllegalArgumentException if {@code n} is not above 0
   */
  public List<Recommendation<I>> top(int n) {
    Recommender.requirePositive(n);
    Basis basis = user.isKnown() ? Basis.TASTE : Basis.ITEM;
    return Recommender.listed(latent, itemType, latent.top(user, n), basis);
  }
}
