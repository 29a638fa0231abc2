package dev.sluice.ml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.SmallModel.Answer;
import dev.sluice.ml.SmallModel.Visit;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.score.NotScorableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that scores, with nothing but this library and jackson-core on its class path. */
class ScoredWithoutSparkTest {

  /** Generous for machines that do other things; on a quiet one half a second is enough. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir
  Path folder;

  /** The service. */
  static final class Service {
    private Service() {}

    /** Prints scores, and what is refused. */
    public static void main(String[] arguments) {
      Model<Visit, Answer> model = Model.load(arguments[0], Visit.class, Answer.class);
      SmallModel.visits(50).forEach(visit -> System.out.println(model.score(visit)));
      try {
        model.score(new Visit("x", null, Double.NaN, 7.0, Instant.EPOCH, null));
      } catch (NotScorableException e) {
        System.out.println(e.getMessage().replaceAll("\\R", " "));
      }
      for (String absent : List.of("org.apache.spark.sql.SparkSession", "scala.Option")) {
        try {
          Class.forName(absent);
          System.out.println(absent + " is there");
        } catch (ClassNotFoundException e) {
          System.out.println("no " + absent);
        }
      }
    }
  }

  @Test
  void scoresTheSameSoonAfterItsStart() throws IOException, InterruptedException {
    Model<Visit, Answer> model = SmallModel.model();
    Path file = folder.resolve("ads.json");
    model.save(file.toString());

    PlainJvm.Output output = PlainJvm.run(Service.class, file.toString());

    List<Visit> visits = SmallModel.visits(50);
    List<String> lines = output.lines();
    assertThat(lines).hasSize(53);
    assertThat(lines.subList(0, 50))
        .isEqualTo(
            IntStream.range(0, 50).mapToObj(i -> model.score(visits.get(i)).toString()).toList());
    assertThat(lines.get(50))
        .contains("bid is a finite number", "bid in 0 to 100", "history in -1 to 2");
    assertThat(lines.subList(51, 53))
        .containsExactly("no org.apache.spark.sql.SparkSession", "no scala.Option");
    System.out.printf("start of a JVM to the first score: %d ms%n", output.first().toMillis());
    assertThat(output.first()).isLessThan(LIMIT);
  }
}
