package dev.sluice.ml.recommend;

/**
 * What a user made of an item, for {@link Recommender#foldIn}.
 *
 * @param item its id
 * @param value the rating, or of implicit feedback the confidence, such as how often it was bought
 * @param <I> the type of the ids of items
 */
public record Rated<I>(I item, double value) {

  /** Refuses what is no rating. */
  public Rated {
    if (item == null) {
      throw new IllegalArgumentException("a rated item has an id, not null");
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the rating of '%s' is %s, not a finite number".formatted(item, value));
    }
  }

  /** An item and its rating. */
  public static <I> Rated<I> of(I item, double value) {
    return new Rated<>(item, value);
  }
}
