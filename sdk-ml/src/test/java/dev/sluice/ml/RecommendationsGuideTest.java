package dev.sluice.ml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.recommend.FittedRecommender;
import dev.sluice.ml.recommend.Prediction;
import dev.sluice.ml.recommend.Rated;
import dev.sluice.ml.recommend.Recommendation;
import dev.sluice.ml.recommend.Recommender;
import dev.sluice.ml.recommend.RecommenderReport;
import dev.sluice.ml.recommend.Recommenders;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the page on recommendations. */
class RecommendationsGuideTest {

  // @formatter:off
  // #region records
  record Rating(String user, String movie, double stars, Instant at) {}

  record Purchase(long customer, String article, int pieces) {}

  record Visit(String visitor, Instant at) {}

  record Top(String user, int place, String movie, double score) {}
  // #endregion
  // @formatter:on

  @TempDir
  private Path folder;

  private final SparkSession spark =
      Sessions.embedded("guide").master("local[2]").getOrCreate();
  private final Pipeline pipeline = Pipeline.named("films");

  private static List<Rating> ratings() {
    List<Rating> rows = new ArrayList<>();
    for (int u = 0; u < 40; u++) {
      for (int m = 0; m < 30; m++) {
        if ((u * 7 + m * 11) % 10 < 6) {
          rows.add(
              new Rating(
                  "u-" + u, "m-" + m, u % 2 == m % 2 ? 4.5 : 2,
                  Instant.ofEpochSecond(u * 30L + m)));
        }
      }
    }
    return rows;
  }

  @Test
  void ratings_areLearned() {
    Stage<Rating> ratings =
        pipeline.source("ratings", InMemory.rows(Rating.class, ratings()));
    String file = folder.resolve("movies.json").toString();
    // @formatter:off
    // #region train
    FittedRecommender<String, String> fitted = Recommenders.of("movies", ratings)
        .user(Rating::user).item(Rating::movie).rating(Rating::stars)
        .splitByTime(Rating::at, 0.2)
        .fit(spark);
    RecommenderReport report = fitted.report();
    fitted.recommender().save(file);
    // #endregion
    // #region service
    Recommender<String, String> movies = Recommender.load(file, String.class, String.class);
    List<Recommendation<String>> ten = movies.top("u-1", 10);
    Prediction stars = movies.predict("u-1", "m-3");
    List<Recommendation<String>> like = movies.similar("m-3", 5);
    // #endregion
    // #region fold-in
    List<Recommendation<String>> forNew = movies
        .foldIn(List.of(Rated.of("m-3", 5), Rated.of("m-4", 1.5)))
        .top(10);
    // #endregion
    // #region all
    Stage<Top> all = pipeline.source("top movies", movies.topForAll(10, Top::new));
    // #endregion
    Stage<Visit> visits = pipeline.source(
        "visits", InMemory.rows(Visit.class, List.of(new Visit("u-1", Instant.EPOCH))));
    // #region stage
    Stage<Top> forVisitors = visits.score("for visitors", movies.topFor(Visit::visitor, 10, Top::new));
    // #endregion
    // @formatter:on

    assertThat(report.figure("RMSE")).isPresent();
    assertThat(ten).hasSize(10);
    assertThat(stars.value()).isFinite();
    assertThat(like).hasSize(5);
    assertThat(forNew).hasSize(10);
    assertThat(all.collect(spark)).hasSize(400);
    assertThat(forVisitors.collect(spark))
        .extracting(Top::movie)
        .containsExactlyElementsOf(ten.stream().map(Recommendation::item).toList());
  }

  @Test
  void purchases_areLearned() {
    List<Purchase> rows =
        ratings().stream()
            .filter(row -> row.stars() > 3)
            .map(
                row -> new Purchase(
                    Long.parseLong(row.user().substring(2)), row.movie(), 1))
            .toList();
    Stage<Purchase> purchases =
        pipeline.source("purchases", InMemory.rows(Purchase.class, rows));
    // @formatter:off
    // #region implicit
    Recommender<Long, String> articles = Recommenders.of("articles", purchases)
        .user(Purchase::customer).item(Purchase::article).confidence(Purchase::pieces)
        .fit(spark).recommender();
    // #endregion
    // @formatter:on

    assertThat(articles.top(1L, 3)).hasSize(3);
  }
}
