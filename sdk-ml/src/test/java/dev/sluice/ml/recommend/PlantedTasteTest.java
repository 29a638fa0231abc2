package dev.sluice.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.Clicks;
import dev.sluice.ml.model.Card.Figure;
import dev.sluice.ml.recommend.PlantedRatings.Rating;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ratings of a known origin: how much of it is found again. */
class PlantedTasteTest {

  private static final PlantedRatings PLANTED = new PlantedRatings(600, 200, 0.4, 7);

  private static FittedRecommender<String, String> fitted;

  @BeforeAll
  static void train() {
    // two factors more than planted: what taste has moved in the biases, the factors set right
    fitted =
        PlantedRatings.training(PLANTED.rows())
            .rank(PlantedRatings.RANK + 2)
            .fit(Clicks.spark());
  }

  @Test
  void theErrorOfHeldOutRatingsIsNearlyTheNoise() {
    Figure rmse = fitted.report().figure("RMSE").orElseThrow();

    assertThat(rmse.value()).isBetween(PlantedRatings.NOISE, 1.1 * PlantedRatings.NOISE);
  }

  @Test
  void biasesAloneAreMuchWorse() {
    Figure rmse = fitted.report().figure("RMSE").orElseThrow();

    assertThat(rmse.high()).isLessThan(0.5 * rmse.baseline());
  }

  @Test
  void theIntervalHoldsTheFigure() {
    assertThat(fitted.report().figures())
        .isNotEmpty()
        .allSatisfy(figure -> assertThat(figure.value()).isBetween(figure.low(), figure.high()));
  }

  @Test
  void predictionsAreNearTheTruthWithoutNoise() {
    double squares = 0;
    for (int u = 0; u < PLANTED.users(); u++) {
      for (int m = 0; m < PLANTED.movies(); m++) {
        double predicted =
            fitted.recommender().predict(PlantedRatings.user(u), PlantedRatings.movie(m)).value();
        squares += Math.pow(predicted - PLANTED.truth(u, m), 2);
      }
    }
    double rmse = Math.sqrt(squares / (PLANTED.users() * PLANTED.movies()));

    assertThat(rmse).isLessThan(0.5 * PlantedRatings.NOISE);
  }

  @Test
  void whatIsRecommendedIsLikedMoreOftenThanWhatAllLike() {
    Figure precision = fitted.report().figure("precision@10").orElseThrow();

    assertThat(precision.low()).isGreaterThan(precision.baseline());
  }

  @Test
  void everythingHeldOutIsKnown() {
    Coverage coverage = fitted.report().coverage().orElseThrow();

    assertThat(coverage.ratings()).isEqualTo(1);
  }

  @Test
  void aSoundRecommenderHasNoWarnings() {
    assertThat(fitted.report().warnings()).isEmpty();
  }

  @Test
  void theReportIsAText() {
    assertThat(fitted.report().text())
        .startsWith("%,d ratings of 600 users for 200 items".formatted(PLANTED.rows().size()))
        .containsPattern(
            "RMSE: 0\\.3\\d\\d \\(95 %: 0\\.\\d+ to 0\\.\\d+\\); without factors: 0\\.8");
  }

  @Test
  void tasteThatRegularizationDrawsToNothingIsSaidWithWhatToTry() {
    Random random = new Random(3);
    List<Rating> weak =
        new PlantedRatings(200, 100, 1, 7)
            .rows().stream()
            .map(
                r -> new Rating(
                    r.user(), r.movie(), r.stars() + 3 * random.nextGaussian(), r.at()))
            .toList();

    assertThat(
        PlantedRatings.training(weak).regularization(0.25).iterations(4).fit(Clicks.spark())
            .report().warnings())
        .singleElement()
        .asString()
        .matches(
            "the factors add nothing to the biases \\(RMSE \\d\\.\\d+ and \\d\\.\\d+\\): a regularization of 0.25 draws .* so try a lower one, such as 0.05; .*");
  }
}
