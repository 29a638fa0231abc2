package dev.sluice.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ml.Clicks;
import dev.sluice.ml.recommend.PlantedRatings.Rating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recommended, and what is answered where little is known. */
class TopItemsOfUsersTest {

  private static final PlantedRatings PLANTED = new PlantedRatings(200, 60, 0.3, 11);

  private static Recommender<String, String> movies;

  @BeforeAll
  static void train() {
    List<Rating> rows = new ArrayList<>(PLANTED.rows());
    rows.add(new Rating("u-1", "rare", 9, Instant.EPOCH));
    movies =
        PlantedRatings.training(rows).withoutTest().fit(Clicks.spark()).recommender();
  }

  private static Set<String> seen(String user) {
    return PLANTED.rows().stream()
        .filter(row -> row.user().equals(user))
        .map(Rating::movie)
        .collect(Collectors.toSet());
  }

  @Test
  void theBestUnseenItemsComeFirst() {
    Set<String> seen = seen("u-5");
    List<String> expected = new ArrayList<>();
    for (int m = 0; m < PLANTED.movies(); m++) {
      if (!seen.contains(PlantedRatings.movie(m))) {
        expected.add(PlantedRatings.movie(m));
      }
    }
    expected.sort(
        Comparator.comparingDouble((String movie) -> -movies.predict("u-5", movie).value()));

    assertThat(movies.top("u-5", 10))
        .extracting(Recommendation::item)
        .containsExactlyElementsOf(expected.subList(0, 10));
  }

  @Test
  void theScoreIsThePrediction() {
    assertThat(movies.top("u-5", 10))
        .allSatisfy(
            each -> assertThat(new Prediction(each.score(), each.basis()))
                .isEqualTo(movies.predict("u-5", each.item())));
  }

  @Test
  void nothingThatWasRatedIsRecommended() {
    assertThat(movies.top("u-5", 1_000))
        .extracting(Recommendation::item)
        .doesNotContainAnyElementsOf(seen("u-5"))
        .hasSize(PLANTED.movies() - seen("u-5").size());
  }

  @Test
  void anItemWithTooFewRatingsIsNotRecommended() {
    assertThat(movies.predict("u-5", "rare").basis()).isEqualTo(Basis.TASTE);
    assertThat(movies.top("u-5", 1_000)).extracting(Recommendation::item).doesNotContain("rare");
  }

  @Test
  void anUnknownUserGetsWhatAllLike() {
    List<Recommendation<String>> top = movies.top("nobody", 3);

    assertThat(top).hasSize(3).allSatisfy(each -> {
      assertThat(each.basis()).isEqualTo(Basis.ITEM);
      assertThat(new Prediction(each.score(), each.basis()))
          .isEqualTo(movies.predict("nobody", each.item()));
    });
    assertThat(top.get(0).score()).isGreaterThanOrEqualTo(top.get(1).score());
  }

  @Test
  void anUnknownItemIsPredictedByTheUser() {
    assertThat(movies.predict("u-5", "unknown").basis()).isEqualTo(Basis.USER);
    assertThat(movies.predict("u-5", "unknown").value()).isFinite();
  }

  @Test
  void wherePairsAreUnknownTheMeanAnswers() {
    assertThat(movies.predict("nobody", "unknown").basis()).isEqualTo(Basis.MEAN);
    assertThat(movies.predict("nobody", "unknown").value()).isBetween(3.0, 4.0);
  }

  @Test
  void noItemsCannotBeAskedFor() {
    assertThatThrownBy(() -> movies.top("u-5", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the best 0 items cannot be told: ask for 1 or more");
  }

  @Test
  void anItemIsLikeItsNeighboursAndNotLikeItself() {
    List<Recommendation<String>> similar = movies.similar("m-3", 5);

    assertThat(similar).extracting(Recommendation::item).hasSize(5).doesNotContain("m-3");
    assertThat(similar).allSatisfy(each -> assertThat(each.score()).isBetween(0.0, 1.0 + 1e-9));
  }

  @Test
  void nothingIsLikeAnUnknownItem() {
    assertThat(movies.similar("unknown", 5)).isEmpty();
  }
}
