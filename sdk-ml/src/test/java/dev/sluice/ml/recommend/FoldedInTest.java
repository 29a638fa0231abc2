package dev.sluice.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.Clicks;
import dev.sluice.ml.recommend.PlantedRatings.Rating;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users who come with their ratings after the training. */
class FoldedInTest {

  private static final PlantedRatings PLANTED = new PlantedRatings(200, 60, 0.4, 3);

  private static Recommender<String, String> movies;

  @BeforeAll
  static void train() {
    movies =
        PlantedRatings.training(PLANTED.rows())
            .withoutTest()
            .fit(Clicks.spark())
            .recommender();
  }

  private static List<Rated<String>> ratings(String user) {
    return PLANTED.rows().stream()
        .filter(row -> row.user().equals(user))
        .map(row -> Rated.of(row.movie(), row.stars()))
        .toList();
  }

  @Test
  void whoComesWithTheRatingsOfAKnownUserIsPredictedTheSame() {
    Taste<String> folded = movies.foldIn(ratings("u-17"));

    for (int m = 0; m < PLANTED.movies(); m++) {
      String movie = PlantedRatings.movie(m);
      assertThat(folded.predict(movie).value())
          .isCloseTo(movies.predict("u-17", movie).value(), within(1e-4));
    }
  }

  @Test
  void theSameItemsAreRecommended() {
    assertThat(movies.foldIn(ratings("u-17")).top(10).stream().map(Recommendation::item))
        .containsExactlyElementsOf(
            movies.top("u-17", 10).stream().map(Recommendation::item).toList());
  }

  @Test
  void whatIsRatedIsNotRecommended() {
    assertThat(movies.foldIn(List.of(Rated.of("m-3", 5))).top(100))
        .extracting(Recommendation::item)
        .doesNotContain("m-3")
        .hasSize(PLANTED.movies() - 1);
  }

  @Test
  void anItemRatedTwiceCountsByItsMean() {
    assertThat(movies.foldIn(List.of(Rated.of("m-3", 5), Rated.of("m-3", 2))).top(5))
        .isEqualTo(movies.foldIn(List.of(Rated.of("m-3", 3.5))).top(5));
  }

  @Test
  void unknownItemsTellNothing() {
    Taste<String> folded = movies.foldIn(List.of(Rated.of("never seen", 5)));

    assertThat(folded.isKnown()).isFalse();
    assertThat(folded.top(5)).isEqualTo(movies.top("nobody", 5));
  }

  @Test
  void oneNewRatingChangesTheTasteALittle() {
    Rating first = PLANTED.rows().get(0);
    Taste<String> one = movies.foldIn(List.of(Rated.of(first.movie(), first.stars())));

    assertThat(one.isKnown()).isTrue();
    assertThat(one.predict("m-9").basis()).isEqualTo(Basis.TASTE);
  }

  @Test
  void aRatingIsAFiniteNumber() {
    assertThatThrownBy(() -> Rated.of("m-3", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the rating of 'm-3' is NaN, not a finite number");
  }
}
