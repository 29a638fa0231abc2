package dev.sluice.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.ml.SmallModel.Answer;
import dev.sluice.ml.SmallModel.Visit;
import dev.sluice.ml.evaluate.Shadow;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.model.ShadowCounts;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.score.Model;
import dev.sluice.run.RunReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A candidate scores the same rows, and only the report knows. */
class ShadowTest {

  private static final Card.Figure FIGURE = new Card.Figure("AUC", "test", 0.7, 0.6, 0.8, 0.5, 1);

  private static final Model<Visit, Answer> MODEL =
      SmallModel.of(
          SmallModel.document()
              .with(
                  SmallModel.document().card()
                      .withSlices(
                          List.of(
                              new Card.Slice("site", "example.org", 9, FIGURE),
                              new Card.Slice("title", "an ad", 9, FIGURE)))));

  private static final List<Visit> ROWS = rows();

  private static List<Visit> rows() {
    List<Visit> rows = new ArrayList<>(SmallModel.visits(400));
    rows.add(new Visit("far", "example.org", 150, 0.5, rows.get(0).at(), "an ad"));
    rows.add(new Visit("farther", "example.org", 1_500, 0.5, rows.get(0).at(), "an ad"));
    return rows;
  }

  /** Weighs bids otherwise, and takes those from 10 to 200. */
  private static Model<Visit, Answer> candidate(Task task) {
    ModelDocument d = SmallModel.document();
    List<Encoding> encodings = new ArrayList<>(d.encodings());
    encodings.set(
        1, new NumberEncoding("bid", true, 1.5, 0.4, 10, 200, NumberEncoding.Nulls.NONE, 0));
    return SmallModel.of(
        new ModelDocument(
            d.format(), "ads-2", d.created(), task, d.signature(), encodings, d.head(), d.labels(),
            d.calibration(), d.cells(), d.card(), List.of()));
  }

  @Test
  void scoresAreThoseOfTheModelAndTheReportSaysWhereTheCandidateDiffers() {
    Model<Visit, Answer> candidate = candidate(Task.BINARY);
    InMemorySink<Answer> scores = InMemory.sink(Answer.class);
    Pipeline pipeline = Pipeline.named("shadow");
    pipeline
        .source("visits", InMemory.rows(Visit.class, ROWS))
        .score("ads", MODEL.shadow(candidate))
        .sink("scores", scores);

    RunReport report = pipeline.run(Clicks.spark());

    List<Visit> scored = ROWS.stream().filter(row -> MODEL.problems(row).isEmpty()).toList();
    assertThat(scores.rows())
        .containsExactlyInAnyOrderElementsOf(scored.stream().map(MODEL::score).toList());
    List<Visit> both = scored.stream().filter(row -> candidate.problems(row).isEmpty()).toList();
    List<Visit> flips =
        both.stream()
            .filter(row -> MODEL.score(row).show() != candidate.score(row).show())
            .toList();
    Shadow shadow = MODEL.shadow(candidate).in(report, "ads").orElseThrow();
    assertThat(shadow.rows()).isEqualTo(both.size());
    assertThat(shadow.notScored()).isEqualTo(scored.size() - both.size()).isPositive();
    assertThat(shadow.scoredAlone()).isEqualTo(1);
    assertThat(shadow.flips()).isEqualTo(flips.size()).isPositive();
    assertThat(shadow.up())
        .isEqualTo(flips.stream().filter(row -> candidate.score(row).show()).count());
    assertThat(shadow.difference())
        .isCloseTo(
            both.stream()
                .mapToDouble(
                    row -> Math.abs(
                        MODEL.score(row).probability() - candidate.score(row).probability()))
                .average()
                .orElseThrow(),
            within(1e-6));
    assertThat(shadow.slices())
        .containsExactly(
            new ShadowCounts.Slice(
                "site",
                "example.org",
                both.stream().filter(row -> row.site().equals("example.org")).count(),
                flips.stream().filter(row -> row.site().equals("example.org")).count()),
            new ShadowCounts.Slice(
                "title",
                "an ad",
                both.stream().filter(row -> row.title().equals("an ad")).count(),
                flips.stream().filter(row -> row.title().equals("an ad")).count()));
    assertThat(report.notes()).contains("Stage ads scores: " + shadow.text() + ".");
    assertThat(shadow.text()).startsWith("candidate 'ads-2' agrees in ");
  }

  @Test
  void aModelInItsOwnShadowAgrees() {
    Pipeline pipeline = Pipeline.named("shadow");
    pipeline
        .source("visits", InMemory.rows(Visit.class, ROWS))
        .score("ads", MODEL.shadow(MODEL))
        .sink("scores", InMemory.sink(Answer.class));

    RunReport report = pipeline.run(Clicks.spark());

    assertThat(report.notes())
        .contains(
            "Stage ads scores: candidate 'ads' agrees in 100.0 % of 400 rows; scores differ by 0 on average.");
  }

  @Test
  void aCandidateThatTellsSomethingElseIsAProblemOfThePipeline() {
    Pipeline pipeline = Pipeline.named("shadow");
    pipeline
        .source("visits", InMemory.rows(Visit.class, ROWS))
        .score("ads", MODEL.shadow(candidate(Task.REGRESSION)))
        .sink("scores", InMemory.sink(Answer.class));

    assertThatThrownBy(pipeline::validate)
        .hasMessageContaining("stage 'ads scores' (ShadowTest.java:")
        .hasMessageContaining(
            "model 'ads' tells BINARY, and candidate 'ads-2' REGRESSION: a candidate has to tell the same");
  }
}
