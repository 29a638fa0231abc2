package dev.sluice.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ml.Clicks;
import dev.sluice.ml.PlainJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that recommends, with nothing but this library and jackson-core on its class path. */
class WithoutSparkTest {

  @TempDir
  private Path folder;

  /** The service. */
  static final class Service {
    private Service() {}

    /** Prints what is recommended to a user, known or not, and to one who comes with a rating. */
    public static void main(String[] arguments) {
      Recommender<String, String> movies =
          Recommender.load(arguments[0], String.class, String.class);
      System.out.println(movies.top("u-1", 3));
      System.out.println(movies.top("nobody", 3));
      System.out.println(movies.foldIn(List.of(Rated.of("m-1", 5))).top(3));
      try {
        Class.forName("org.apache.spark.sql.SparkSession");
        System.out.println("Spark is there");
      } catch (ClassNotFoundException e) {
        System.out.println("no Spark");
      }
    }
  }

  @Test
  void answersTheSame() throws IOException, InterruptedException {
    Recommender<String, String> movies =
        PlantedRatings.training(new PlantedRatings(100, 40, 0.4, 29).rows())
            .withoutTest()
            .fit(Clicks.spark())
            .recommender();
    Path file = folder.resolve("movies.json");
    movies.save(file.toString());

    assertThat(PlainJvm.run(Service.class, file.toString()).lines())
        .containsExactly(
            movies.top("u-1", 3).toString(),
            movies.top("nobody", 3).toString(),
            movies.foldIn(List.of(Rated.of("m-1", 5))).top(3).toString(),
            "no Spark");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThatThrownBy(
        () -> Recommender.load(
            folder.resolve("none.json").toString(), String.class, String.class))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("none.json");
  }
}
