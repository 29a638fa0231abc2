package dev.sluice.ml.recommend;

import dev.sluice.Stage;

/**
 * Where a recommender begins.
 *
 * <pre>{@code
 * FittedRecommender<String, String> movies = Recommenders.of("movies", ratings)
 *     .user(Rating::user).item(Rating::movie).rating(Rating::stars)
 *     .fit(spark);
 * movies.recommender().top("u-1", 10);
 * }</pre>
 */
public final class Recommenders {

  private Recommenders() {}

  /**
   * A recommender of what is in these ratings; the next calls say who rates what, and how.
   *
   * @param name the recommender's name
   * @param ratings a row for each rating, such as what somebody has bought
   * @throws IllegalArgumentException if the name is blank
   */
  public static <T extends Record> Recommending<T> of(String name, Stage<T> ratings) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a recommender needs a name");
    }
    return new Recommending<>(name, ratings);
  }
}
