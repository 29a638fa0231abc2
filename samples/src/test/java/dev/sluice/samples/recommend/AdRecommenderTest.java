package dev.sluice.samples.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.ml.evaluate.ModelCard;
import dev.sluice.ml.model.Card.Figure;
import dev.sluice.ml.recommend.FittedRecommender;
import dev.sluice.ml.recommend.Recommender;
import dev.sluice.samples.ads.AdEventSource;
import dev.sluice.samples.ads.AdFaults;
import dev.sluice.samples.ads.EventCleaning;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The tastes that are planted are found again. */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdRecommenderTest {

  private static final long ROWS = 200_000;
  private static final Tastes TASTES = Tastes.ofThirtyDays(ROWS, 42);

  private FittedRecommender<Long, Long> fitted;
  private List<Response> responses;

  @BeforeAll
  void learn(SparkSession spark) {
    Stage<Response> stage =
        AdRecommender.responses(
            EventCleaning.events(
                Pipeline.named("recommend")
                    .source("events", new AdEventSource(ROWS, TASTES, new AdFaults(42)))));
    fitted = AdRecommender.training(stage, Tastes.THINGS).fit(spark);
    responses = stage.collect(spark);
  }

  private Figure figure(String name) {
    return fitted.report().figure(name).orElseThrow();
  }

  @Test
  void theErrorIsLessThanThatOfBiasesAlone() {
    assertThat(figure("RMSE").high()).isLessThan(figure("RMSE").baseline());
  }

  @Test
  void itIsNearlyThatOfWhoeverKnowsTheTastes() {
    assertThat(figure("RMSE").value()).isLessThan(1.05 * BestError.of(TASTES, responses));
  }

  @Test
  void whatIsRecommendedIsLikedMoreOftenThanWhatAllLike() {
    assertThat(figure("precision@10").low()).isGreaterThan(figure("precision@10").baseline());
  }

  /** Of how much tastes differ, the greater part is told. */
  @Test
  void theThreePlantedFactorsAreFound() {
    Recommender<Long, Long> ads = fitted.recommender();
    double mean =
        responses.stream()
            .mapToDouble(each -> TASTES.expected(each.userId(), each.adId()))
            .average()
            .orElseThrow();
    double missed = 0;
    double all = 0;
    for (Response each : responses) {
      double truth = TASTES.expected(each.userId(), each.adId());
      missed += Math.pow(ads.predict(each.userId(), each.adId()).value() - truth, 2);
      all += Math.pow(truth - mean, 2);
    }

    assertThat(1 - missed / all).isGreaterThan(0.8);
  }

  @Test
  void itHasNoDoubts() {
    assertThat(fitted.report().warnings()).isEmpty();
  }

  @Test
  void itsFiguresAreDrawn() {
    assertThat(ModelCard.of("Recommender ads", fitted.recommender().card()).pictures())
        .containsOnlyKeys("figures.svg");
  }
}
