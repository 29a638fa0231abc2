package dev.sluice.ml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.ml.recommend.Recommendation;
import dev.sluice.ml.recommend.Recommender;
import dev.sluice.ml.recommend.Recommenders;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recommendations for users who come one after the other. */
@SparkTest
@Timeout(300)
class RecommendedInStreamsTest {

  record Rating(String user, String movie, double stars) {}

  record Visit(String visitor) {}

  record Top(String user, int place, String movie, double score) {}

  @TempDir
  Path checkpoints;

  private static Recommender<String, String> movies(SparkSession spark) {
    List<Rating> rows = new ArrayList<>();
    for (int u = 0; u < 20; u++) {
      for (int m = 0; m < 20; m++) {
        if ((u + 3 * m) % 5 != 0) {
          rows.add(new Rating("u-" + u, "m-" + m, (u % 2 == m % 2 ? 5 : 1) + 0.01 * m));
        }
      }
    }
    return Recommenders.of(
        "movies", Pipeline.named("films").source("ratings", InMemory.rows(Rating.class, rows)))
        .user(Rating::user)
        .item(Rating::movie)
        .rating(Rating::stars)
        .rank(2)
        .withoutTest()
        .fit(spark)
        .recommender();
  }

  private static List<Top> tops(Recommender<String, String> movies, String user) {
    List<Top> tops = new ArrayList<>();
    for (Recommendation<String> each : movies.top(user, 2)) {
      tops.add(new Top(user, tops.size() + 1, each.item(), each.score()));
    }
    return tops;
  }

  @Test
  void eachVisitorIsToldWhatPlainJavaTells(SparkSession spark) {
    Recommender<String, String> movies = movies(spark);
    StreamInput<Visit> visits = StreamInput.of(Visit.class);
    InMemorySink<Top> told = InMemory.sink(Top.class);
    Pipeline pipeline = Pipeline.named("films");
    pipeline
        .source("visits", visits)
        .score("for visitors", movies.topFor(Visit::visitor, 2, Top::new))
        .sink("told", told);

    try (StreamingRun run =
        Streaming.of(pipeline).checkpoints(checkpoints.toString()).start(spark)) {
      visits.add(List.of(new Visit("u-3"), new Visit("nobody")));
      run.processAllAvailable();
      visits.add(List.of(new Visit("u-4")));
      run.processAllAvailable();
    }

    List<Top> expected = new ArrayList<>(tops(movies, "u-3"));
    expected.addAll(tops(movies, "nobody"));
    expected.addAll(tops(movies, "u-4"));
    assertThat(told.rows()).containsExactlyElementsOf(expected);
  }
}
