package dev.sluice.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.Clicks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same ratings give the same recommender. */
class TrainedAgainTest {

  private static final PlantedRatings PLANTED = new PlantedRatings(200, 60, 0.3, 17);

  private static final FittedRecommender<String, String> FIRST = trained(1, 42);

  @TempDir
  private Path folder;

  private String document(FittedRecommender<String, String> fitted) throws IOException {
    Path file = folder.resolve("movies.json");
    fitted.recommender().save(file.toString());
    return Files.readString(file)
        .replaceFirst("\"created\":\"[^\"]+\"", "")
        .replaceFirst("\"sha256\":\"[^\"]+\"", "");
  }

  private static FittedRecommender<String, String> trained(long order, long seed) {
    return PlantedRatings.training(PLANTED.rowsIn(order))
        .seed(seed)
        .fit(Clicks.spark());
  }

  @Test
  void theDocumentIsTheSameButForItsTime() throws IOException {
    assertThat(document(trained(1, 42))).isEqualTo(document(FIRST));
  }

  @Test
  void theFiguresDoNotDependOnTheOrderOfRows() {
    assertThat(trained(2, 42).report().figure("RMSE").orElseThrow().value())
        .isCloseTo(
            FIRST.report().figure("RMSE").orElseThrow().value(),
            within(1e-4));
  }

  @Test
  void anotherSeedHoldsOutOtherRatings() {
    assertThat(trained(1, 43).report().figure("RMSE"))
        .isNotEqualTo(FIRST.report().figure("RMSE"));
  }
}
