package dev.sluice.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.Clicks.Click;
import dev.sluice.ml.Clicks.Ctr;
import dev.sluice.ml.Clicks.Device;
import dev.sluice.ml.Clicks.Impression;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.score.NotScorableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One document scores in a stage, in plain Java, and after it was saved: the same. */
@Tag("smoke")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoredEverywhereTest {

  private final SparkSession spark = Clicks.spark();
  private final List<Click> clicks = Clicks.of(20_000, 11);
  private Model<Impression, Ctr> model;

  @TempDir
  Path folder;

  @BeforeAll
  void train() {
    model = Clicks.ctr(clicks).fit(spark);
  }

  private static Impression odd(String id, double bid, int age) {
    return new Impression(
        id, "nowhere", Device.TABLET, false, bid, age, null, Instant.parse("2026-03-05T12:00:00Z"));
  }

  @Test
  void theFiguresAreNearlyThoseOfTheTruth() {
    double best =
        clicks.stream()
            .mapToDouble(c -> -Math.log(c.clicked() ? c.truth() : 1 - c.truth()))
            .average()
            .orElseThrow();

    Card.Figure loss =
        model.card().figures().stream()
            .filter(figure -> figure.name().equals("log loss") && figure.of().equals("test"))
            .findFirst()
            .orElseThrow();
    assertThat(loss.value()).isCloseTo(best, within(0.02 * best));
  }

  @Test
  void aStageScoresAsPlainJavaDoes() {
    List<Impression> impressions = clicks.stream().limit(500).map(Click::impression).toList();
    Stage<Impression> rows =
        Pipeline.named("score").source("impressions", InMemory.rows(Impression.class, impressions));

    List<Ctr> scored = rows.score("ctr", model).collect(spark);

    assertThat(scored).hasSize(500);
    for (Ctr ctr : scored) {
      Ctr alone = model.score(impressions.get(Integer.parseInt(ctr.id().substring(1))));
      assertThat(ctr.probability()).isCloseTo(alone.probability(), within(1e-12));
      assertThat(ctr.show()).isEqualTo(alone.show());
      assertThat(ctr.why()).isEqualTo(alone.why());
    }
  }

  @Test
  void whatCannotBeScoredIsRejectedWithItsReasons() {
    Pipeline pipeline = Pipeline.named("score");
    Stage<Ctr> scored =
        pipeline
            .source(
                "impressions",
                InMemory.rows(
                    Impression.class, List.of(odd("good", 1, 30), odd("bad", Double.NaN, 396))))
            .score("ctr", model);

    assertThat(scored.collect(spark)).extracting(Ctr::id).containsExactly("good");
    assertThatThrownBy(() -> model.score(odd("bad", Double.NaN, 396)))
        .isInstanceOf(NotScorableException.class)
        .hasMessageContaining("bid is a finite number")
        .hasMessageContaining("age in 13 to 120");
  }

  @Test
  void aSavedModelIsTheSame() throws Exception {
    String file = folder.resolve("models/ctr.json").toString();
    model.save(file);

    Model<Impression, Ctr> loaded = Model.load(file, Impression.class, Ctr.class);

    assertThat(loaded.document()).isEqualTo(model.document());
    assertThat(Files.size(Path.of(file))).isLessThan(100_000);
  }
}
