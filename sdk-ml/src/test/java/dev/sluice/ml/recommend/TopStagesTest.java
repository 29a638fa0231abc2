package dev.sluice.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.ml.Clicks;
import dev.sluice.ml.recommend.PlantedRatings.Numbered;
import dev.sluice.quality.Rejected;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recommendations as stages of a pipeline. */
class TopStagesTest {

  record Top(String user, int place, String movie, double score) {}

  record NumberedTop(long user, Integer place, Long movie, double score) {}

  record Visit(String visitor, int page) {}

  record Wide(String user, long place, String movie, double score) {}

  private static final PlantedRatings PLANTED = new PlantedRatings(1_200, 40, 0.2, 5);

  private static final SparkSession SPARK = Clicks.spark();

  private static Recommender<String, String> movies;

  @BeforeAll
  static void train() {
    movies = PlantedRatings.training(PLANTED.rows()).withoutTest().fit(SPARK).recommender();
  }

  private static List<Top> tops(String user, int most) {
    List<Top> tops = new ArrayList<>();
    for (Recommendation<String> each : movies.top(user, most)) {
      tops.add(new Top(user, tops.size() + 1, each.item(), each.score()));
    }
    return tops;
  }

  @Test
  void allUsersGetWhatEachGetsInPlainJava() {
    Stage<Top> all =
        Pipeline.named("films").source("top movies", movies.topForAll(4, Top::new));

    List<Top> expected = new ArrayList<>();
    for (int u = 0; u < PLANTED.users(); u++) {
      expected.addAll(tops(PlantedRatings.user(u), 4));
    }
    assertThat(all.collect(SPARK)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theUserOfEachRowGetsTheSame() {
    Stage<Visit> visits =
        Pipeline.named("films")
            .source(
                "visits",
                InMemory.rows(
                    Visit.class, List.of(new Visit("u-7", 1), new Visit("nobody", 2))));

    List<Top> expected = new ArrayList<>(tops("u-7", 3));
    expected.addAll(tops("nobody", 3));
    assertThat(visits.score("for visitors", movies.topFor(Visit::visitor, 3, Top::new))
        .collect(SPARK))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void aRowWithoutAUserIsRejected() {
    Pipeline films = Pipeline.named("films");
    InMemorySink<Top> tops = InMemory.sink(Top.class);
    InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
    films.quarantine(rejected);
    films
        .source(
            "visits",
            InMemory.rows(Visit.class, List.of(new Visit(null, 1), new Visit("u-7", 2))))
        .score("for visitors", movies.topFor(Visit::visitor, 3, Top::new))
        .sink("tops", tops);

    films.run(SPARK);

    assertThat(tops.rows()).hasSize(3);
    assertThat(rejected.rows()).singleElement().satisfies(row -> {
      assertThat(row.stage()).isEqualTo("for visitors");
      assertThat(row.reasons()).containsExactly("a user is there");
    });
  }

  @Test
  void idsMayBeNumbers() {
    List<Numbered> rows =
        PLANTED.rows().stream()
            .map(
                row -> new Numbered(
                    Long.parseLong(row.user().substring(2)),
                    Long.valueOf(row.movie().substring(2)),
                    row.stars()))
            .toList();
    Recommender<Long, Long> numbered =
        Recommenders.of(
            "numbered",
            Pipeline.named("films").source("ratings", InMemory.rows(Numbered.class, rows)))
            .user(Numbered::user)
            .item(Numbered::movie)
            .rating(Numbered::stars)
            .rank(2)
            .withoutTest()
            .fit(SPARK)
            .recommender();
    CheckedStage<NumberedTop> all =
        Pipeline.named("films").source("top", numbered.topForAll(1, NumberedTop::new));

    assertThat(all.collect(SPARK))
        .hasSize(PLANTED.users())
        .contains(
            new NumberedTop(
                7, 1, numbered.top(7L, 1).get(0).item(), numbered.top(7L, 1).get(0).score()));
  }

  @Test
  void thePlaceIsAnInt() {
    assertThatThrownBy(() -> movies.topForAll(3, Wide::new))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not the canonical one")
        .hasMessageContaining("TopStagesTest.java:");
  }

  @Test
  void thePlanSaysWhereRowsComeFrom() {
    Pipeline films = Pipeline.named("films");
    films
        .source("top movies", movies.topForAll(4, Top::new))
        .sink("tops", InMemory.sink(Top.class));

    assertThat(films.describe())
        .contains("from recommender movies, the top 4 for 1200 users");
  }
}
