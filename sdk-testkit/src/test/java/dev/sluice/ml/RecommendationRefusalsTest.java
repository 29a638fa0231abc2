package dev.sluice.ml;

import dev.sluice.testkit.compile.CompiledSnippets;
import dev.sluice.testkit.compile.Snippets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Mistakes with recommendations that neither javac nor Eclipse compiles. */
class RecommendationRefusalsTest {

  private static final String PRELUDE =
      """
      import dev.sluice.*;
      import dev.sluice.ml.recommend.*;
      import java.time.Instant;
      import java.util.List;
      import org.apache.spark.sql.SparkSession;

      record Rating(String user, long movie, double stars, Instant at) {}
      record Visit(String visitor, long page) {}
      record Top(String user, int place, long movie, double score) {}
      record Swapped(long movie, int place, String user, double score) {}
      record Short(String user, int place, long movie) {}

      class Example {
        void example(Stage<Rating> ratings, Stage<Visit> visits, Pipeline pipeline,
            Recommender<String, Long> movies, SparkSession spark) {
          // snippet
        }
      }
      """;

  private static final String SOUND =
      """
      Recommender<String, Long> fitted = Recommenders.of("movies", ratings)
          .user(Rating::user).item(Rating::movie).rating(Rating::stars)
          .splitByTime(Rating::at, 0.2).fit(spark).recommender();
      List<Recommendation<Long>> ten = movies.top("u-1", 10);
      double stars = movies.predict("u-1", 7L).value();
      Stage<Top> all = pipeline.source("all", movies.topForAll(10, Top::new));
      Stage<Top> some = visits.score("some", movies.topFor(Visit::visitor, 10, Top::new));
      movies.foldIn(List.of(Rated.of(7L, 4.5))).top(3);
      """;

  /** What is wrong, and the first words of javac's message. */
  private static final Map<String, String[]> WRONG = new LinkedHashMap<>();

  static {
    wrong("A number for a user known by a text", "movies.top(42L, 10);", "incompatible types");
    wrong("A text for an item known by a number", "movies.predict(\"u-1\", \"7\");",
        "incompatible types");
    wrong(
        "A recommender of other ids",
        "Recommender<Long, Long> other = Recommender.load(\"m.json\", String.class, Long.class);",
        "incompatible types");
    wrong(
        "A rating as a user",
        "Recommenders.of(\"movies\", ratings).user(Rating::stars);",
        "no suitable method found for user(Rating::stars)");
    wrong(
        "A user of another record",
        "Recommenders.of(\"movies\", ratings).user(Visit::visitor);",
        "no suitable method found for user(Visit::visitor)");
    wrong(
        "A text as a rating",
        "Recommenders.of(\"movies\", ratings).user(Rating::user).item(Rating::movie).rating(Rating::user);",
        "no suitable method found for rating(Rating::user)");
    wrong(
        "Ratings without a number",
        "Recommenders.of(\"movies\", ratings).user(Rating::user).item(Rating::movie).fit(spark);",
        "cannot find symbol");
    wrong(
        "Ratings without an item",
        "Recommenders.of(\"movies\", ratings).user(Rating::user).rating(Rating::stars);",
        "cannot find symbol");
    wrong(
        "A text as a time",
        "Recommenders.of(\"movies\", ratings).user(Rating::user).item(Rating::movie).rating(Rating::stars).splitByTime(Rating::user, 0.2);",
        "no suitable method found for splitByTime(Rating::user,double)");
    wrong(
        "A row with user and item swapped",
        "pipeline.source(\"all\", movies.topForAll(10, Swapped::new));",
        "incompatible types");
    wrong(
        "A row without a score",
        "pipeline.source(\"all\", movies.topForAll(10, Short::new));",
        "incompatible types");
    wrong(
        "A stage whose users are known by something else",
        "visits.score(\"some\", movies.topFor(Visit::page, 10, Top::new));",
        "incompatible types");
    wrong(
        "A stage of another record",
        "ratings.score(\"some\", movies.topFor(Visit::visitor, 10, Top::new));",
        "method score in class Stage<T> cannot be applied to given types");
    wrong(
        "An item folded in by a text",
        "movies.foldIn(List.of(Rated.of(\"7\", 4.5)));",
        "incompatible types");
  }

  private static CompiledSnippets compiled;

  private static void wrong(String title, String code, String javac) {
    WRONG.put(title, new String[]{code, javac});
  }

  @BeforeAll
  static void compile() {
    Snippets snippets = Snippets.in(PRELUDE).add("sound", SOUND);
    for (Map.Entry<String, String[]> each : WRONG.entrySet()) {
      snippets = snippets.add(each.getKey(), each.getValue()[0]);
    }
    compiled = snippets.compile();
  }

  @Test
  void theSameWithoutMistakesCompiles() {
    compiled.assertThat("sound").compiles();
  }

  @TestFactory
  Stream<DynamicTest> doesNotCompile() {
    return WRONG.entrySet().stream()
        .map(
            each -> DynamicTest.dynamicTest(
                each.getKey(),
                () -> compiled
                    .assertThat(each.getKey())
                    .doesNotCompile(each.getValue()[1])
                    .atLine(1)));
  }
}
