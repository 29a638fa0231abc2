package dev.sluice.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ml.Clicks;
import dev.sluice.ml.model.BadModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recommenders in files. */
class RecommenderDocumentTest {

  private static final PlantedRatings PLANTED = new PlantedRatings(300, 80, 0.3, 13);

  @TempDir
  private static Path folder;

  private static Recommender<String, String> movies;
  private static Path file;
  private static String whole;

  @BeforeAll
  static void train() throws IOException {
    movies =
        PlantedRatings.training(PLANTED.rows()).fit(Clicks.spark()).recommender();
    file = folder.resolve("movies.json");
    movies.save(file.toString());
    whole = Files.readString(file);
  }

  private static Recommender<String, String> loaded(Path from) {
    return Recommender.load(from.toString(), String.class, String.class);
  }

  private static Path damaged(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("damaged.json"), bytes);
  }

  private static Path damaged(String text) throws IOException {
    return damaged(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsLoadedAnswersAsWhatWasSaved() {
    Recommender<String, String> loaded = loaded(file);

    for (int u = 0; u < PLANTED.users(); u++) {
      String user = PlantedRatings.user(u);
      assertThat(loaded.top(user, 5)).isEqualTo(movies.top(user, 5));
    }
    assertThat(loaded.top("nobody", 5)).isEqualTo(movies.top("nobody", 5));
    assertThat(loaded.foldIn(List.of(Rated.of("m-1", 5))).top(5))
        .isEqualTo(movies.foldIn(List.of(Rated.of("m-1", 5))).top(5));
    assertThat(loaded.card()).isEqualTo(movies.card());
  }

  @Test
  void whatIsSavedAgainIsTheSame() throws IOException {
    Path again = folder.resolve("again.json");
    loaded(file).save(again.toString());

    assertThat(Files.readString(again)).isEqualTo(whole);
  }

  @Test
  void aRatingTakesFewBytes() {
    int factors = (PLANTED.users() + PLANTED.movies()) * PlantedRatings.RANK * Float.BYTES;
    int others = (PLANTED.users() + PLANTED.movies()) * (Double.BYTES + Integer.BYTES + 8);

    assertThat(whole.length())
        .isLessThan(8_000 + 4 * (factors + others + 2 * PLANTED.rows().size()) / 3);
  }

  @Test
  void idsOfOtherTypesAreRefusedTogether() {
    assertThatThrownBy(() -> Recommender.load(file.toString(), Long.class, Long.class))
        .isInstanceOf(BadModelException.class)
        .hasMessage(
            file
                + ": recommender 'movies' knows users by ids of type String, not Long, and knows items by ids of type String, not Long");
  }

  @Test
  void idsAreTextsOrLongs() {
    assertThatThrownBy(() -> Recommender.load(file.toString(), Integer.class, String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ids are of type String or Long, not Integer");
  }

  @Test
  void aDocumentOfAnotherVersionIsRefused() throws IOException {
    Path other = damaged(whole.replace("{\"format\":1,", "{\"format\":2,"));

    assertThatThrownBy(() -> loaded(other))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(
            "the document has format 2, and this version of Sluice reads format 1");
  }

  @Test
  void aChangedDigitIsNoticed() throws IOException {
    Path other = damaged(whole.replaceFirst("\"damping\":5\\.0", "\"damping\":6.0"));

    assertThatThrownBy(() -> loaded(other))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("changed since it was written");
  }

  @Test
  void anyFlippedBitIsRefused() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Path other = damaged(bytes);

      assertThatThrownBy(() -> loaded(other))
          .isInstanceOf(BadModelException.class)
          .hasMessageStartingWith(other + ": ");
    }
  }

  @Test
  void anyTruncatedDocumentIsRefused() throws IOException {
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20; i++) {
      Path other = damaged(Arrays.copyOf(bytes, i * bytes.length / 20));

      assertThatThrownBy(() -> loaded(other))
          .isInstanceOf(BadModelException.class)
          .hasMessageStartingWith(other + ": ");
    }
  }

  @Test
  void hostileDocumentsAreRefused() throws IOException {
    for (String hostile : new String[]{
        whole.replaceFirst("\"length\":\\d+", "\"length\":2147483647"),
        whole.replaceFirst("\"length\":\\d+", "\"length\":-1"),
        whole.replaceFirst("\"length\":\\d+", "\"length\":1e99"),
        whole.replaceFirst("\"rank\":3", "\"rank\":1000"),
        whole.replaceFirst("\"rank\":3", "\"rank\":null"),
        whole.replaceFirst("\"base64\":\\[\"[^\"]*\"\\]", "\"base64\":[null]"),
        whole.replaceFirst("\"base64\":\\[\"[^\"]*\"\\]", "\"base64\":[\"&&&\"]"),
        whole.replaceFirst("\"type\":\"TEXT\"", "\"type\":\"LONG\""),
        whole.replaceFirst("\"mean\":[^,]+", "\"mean\":\"NaN\""),
        whole.replaceFirst("\"sha256\":\"[^\"]+\"", "\"sha256\":null"),
        "[".repeat(100_000),
        "null",
        "{}",
    }) {
      Path other = damaged(hostile);

      assertThatThrownBy(() -> loaded(other))
          .isInstanceOf(BadModelException.class)
          .hasMessageStartingWith(other + ": ");
    }
  }
}
