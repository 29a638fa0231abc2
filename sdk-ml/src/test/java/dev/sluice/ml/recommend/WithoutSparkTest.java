package dev.sluice.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.Stage;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that recommends, with nothing but this library and Jackson on its class path. */
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

  private static String place(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI()).getPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private String answers(Path file) throws IOException, InterruptedException {
    String classPath =
        Stream.of(
            Service.class,
            Recommender.class,
            Stage.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class)
            .map(WithoutSparkTest::place)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    Process service =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            Service.class.getName(),
            file.toString())
            .redirectErrorStream(true)
            .start();
    String answers =
        new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(service.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return answers;
  }

  @Test
  void answersTheSame() throws IOException, InterruptedException {
    Recommender<String, String> movies =
        PlantedRatings.training(new PlantedRatings(100, 40, 0.4, 29).rows())
            .withoutTest()
            .fit(RecommendSpark.session())
            .recommender();
    Path file = folder.resolve("movies.json");
    movies.save(file.toString());

    assertThat(answers(file).lines())
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
