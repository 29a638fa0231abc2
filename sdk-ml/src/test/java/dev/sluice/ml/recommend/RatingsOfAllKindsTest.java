package dev.sluice.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.Clicks;
import dev.sluice.ml.recommend.PlantedRatings.Rating;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What is wrong with ratings and options, and how ratings are held out. */
class RatingsOfAllKindsTest {

  record Loose(String user, Long movie, Double stars, LocalDate day) {}

  private static final SparkSession SPARK = Clicks.spark();
  private static final LocalDate DAY = LocalDate.parse("2026-01-01");

  private static RecommenderTraining<Loose, String, Long> training(List<Loose> rows) {
    Stage<Loose> ratings =
        Pipeline.named("films").source("ratings", InMemory.rows(Loose.class, rows));
    return Recommenders.of("movies", ratings)
        .user(Loose::user)
        .item(Loose::movie)
        .rating(Loose::stars)
        .rank(2)
        .iterations(3)
        .leastSupport(0);
  }

  private static List<Loose> square(int size) {
    List<Loose> rows = new ArrayList<>();
    for (int u = 0; u < size; u++) {
      for (int m = 0; m < size; m++) {
        rows.add(new Loose("u-" + u, (long) m, 1.0 + (u * m) % 5, DAY.plusDays(u + m)));
      }
    }
    return rows;
  }

  @Test
  void allWrongOptionsAreToldTogetherBeforeAnyJob() {
    RecommenderTraining<Loose, String, Long> wrong =
        training(square(3))
            .rank(0)
            .iterations(-1)
            .regularization(Double.NaN)
            .measuredAt(0)
            .splitAtRandom(1.5)
            .confidenceWeight(2);

    assertThatThrownBy(wrong::validate)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("pipeline 'films' has 6 problems")
        .hasMessageContaining("stage 'ratings' (RatingsOfAllKindsTest.java:")
        .hasMessageContaining("recommender 'movies': the rank is 0: take 1 to 1000 factors")
        .hasMessageContaining("there are -1 iterations")
        .hasMessageContaining("the regularization is NaN")
        .hasMessageContaining("precision is measured at 0 recommendations: take 1 or more")
        .hasMessageContaining("a share of 1.5 is held out")
        .hasMessageContaining("ratings have no confidence");
  }

  @Test
  void aLambdaNamesNoColumn() {
    Stage<Loose> ratings =
        Pipeline.named("films").source("ratings", InMemory.rows(Loose.class, square(3)));

    assertThatThrownBy(
        () -> Recommenders.of("movies", ratings)
            .user(Loose::user)
            .item(Loose::movie)
            .rating((Loose row) -> Double.valueOf(row.stars() + 1))
            .fit(SPARK))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("a lambda has no column name");
  }

  @Test
  void rowsThatAreNoRatingsAreLeftOutWithTheirReasons() {
    List<Loose> rows = new ArrayList<>(square(6));
    rows.add(new Loose(null, 1L, 3.0, DAY));
    rows.add(new Loose("u-1", null, 3.0, DAY));
    rows.add(new Loose("u-2", null, 3.0, DAY));
    rows.add(new Loose("u-1", 2L, null, DAY));
    rows.add(new Loose("u-1", 2L, Double.NaN, DAY));

    RecommenderReport report = training(rows).withoutTest().fit(SPARK).report();

    assertThat(report.leftOut())
        .containsOnly(
            Map.entry("the user is NULL", 1L),
            Map.entry("the item is NULL", 2L),
            Map.entry("the rating is NULL", 1L),
            Map.entry("the rating is no finite number", 1L));
    assertThat(report.ratings()).isEqualTo(36);
    assertThat(report.warnings())
        .anySatisfy(warning -> assertThat(warning).startsWith("5 rows are left out: "));
  }

  @Test
  void withoutRatingsThereIsNothingToTrainWith() {
    assertThatThrownBy(
        () -> training(List.of(new Loose(null, 1L, 3.0, DAY))).fit(SPARK))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "recommender 'movies': there is nothing to train with, for stage 'ratings' has no ratings but those that are left out: {the user is NULL=1}");
  }

  @Test
  void aPairThatStandsTwiceCountsByItsMean() {
    List<Loose> twice = new ArrayList<>(square(6));
    twice.set(8, new Loose("u-1", 2L, 1.0, DAY));
    twice.add(new Loose("u-1", 2L, 5.0, DAY));
    List<Loose> once = new ArrayList<>(square(6));
    once.set(8, new Loose("u-1", 2L, 3.0, DAY));

    FittedRecommender<String, Long> fitted = training(twice).withoutTest().fit(SPARK);

    assertThat(fitted.recommender().predict("u-1", 2L))
        .isEqualTo(
            training(once).withoutTest().fit(SPARK).recommender().predict("u-1", 2L));
    assertThat(fitted.report().warnings())
        .anySatisfy(
            warning -> assertThat(warning)
                .startsWith("1 rows are of a user and an item that stand in another row too"));
  }

  @Test
  void ratingsThatAreAllEqualAreImplicitFeedback() {
    List<Loose> rows =
        square(6).stream().map(r -> new Loose(r.user(), r.movie(), 1.0, r.day())).toList();

    assertThat(training(rows).fit(SPARK).report().warnings())
        .anySatisfy(
            warning -> assertThat(warning).contains("all ratings are 1.0")
                .contains("eachRowCounts()"));
  }

  @Test
  void aSplitByTimeTellsWhatColdStartsHide() {
    List<Loose> rows = new ArrayList<>(square(6));
    for (int u = 100; u < 120; u++) {
      rows.add(new Loose("u-" + u, 1L, 4.0, DAY.plusDays(1_000)));
    }

    RecommenderReport report = training(rows).splitByTime(Loose::day, 0.4).fit(SPARK).report();

    assertThat(report.coverage().orElseThrow().ratings()).isLessThan(0.2);
    assertThat(report.figure("RMSE").orElseThrow().coverage()).isEqualTo(1);
    assertThat(report.warnings())
        .anySatisfy(
            warning -> assertThat(warning)
                .contains(
                    "% of the ratings that were held out are of users and items that were trained with"));
  }

  @Test
  void theLastRatingOfEachUserCanBeLeftOut() {
    RecommenderReport report =
        training(square(6)).leaveLastOut(Loose::day).fit(SPARK).report();

    // the last of each of 6 users is of item 5, which nobody else has rated then
    assertThat(report.coverage().orElseThrow().items()).isEqualTo(0);
    assertThat(report.coverage().orElseThrow().users()).isEqualTo(1);
  }

  @Test
  void oneRatingIsEnoughButNotToMeasure() {
    FittedRecommender<String, Long> fitted =
        training(List.of(new Loose("u-1", 2L, 4.0, DAY))).leaveLastOut(Loose::day).fit(SPARK);

    assertThat(fitted.recommender().predict("u-1", 2L).value()).isFinite();
    assertThat(fitted.report().figures()).isEmpty();
    assertThat(fitted.report().warnings())
        .anySatisfy(warning -> assertThat(warning).startsWith("nothing was measured: "));
  }

  @Test
  void anItemNobodyReachesIsSaid() {
    assertThat(training(square(3)).leastSupport(50).withoutTest().fit(SPARK).report().warnings())
        .contains(
            "no item has 50 ratings, so nothing is ever recommended: lower leastSupport");
  }

  @Test
  void noiseIsNotSoldAsTaste() {
    Random random = new Random(5);
    List<Rating> rows = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      rows.add(
          new Rating(
              "u-" + random.nextInt(200),
              "m-" + random.nextInt(50),
              1 + random.nextInt(5),
              Instant.EPOCH));
    }

    assertThat(PlantedRatings.training(rows).rank(10).fit(SPARK).report().warnings())
        .anySatisfy(
            warning -> assertThat(warning)
                .startsWith(
                    "the factors do not make predictions surely better than the biases alone"));
  }
}
