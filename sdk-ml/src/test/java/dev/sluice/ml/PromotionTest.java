package dev.sluice.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ml.SmallModel.Answer;
import dev.sluice.ml.SmallModel.Visit;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.score.Promotion;
import dev.sluice.ml.score.PromotionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A candidate takes the place of a model only if nothing speaks against it. */
class PromotionTest {

  private static final Model<Visit, Answer> MODEL = SmallModel.model();
  private static final List<Visit> ROWS = SmallModel.visits(400);

  @TempDir
  Path folder;

  private String file;

  @BeforeEach
  void put() {
    file = folder.resolve("ads.json").toString();
    MODEL.save(file);
  }

  /** Scores the other way round. */
  private static Model<Visit, Answer> opposite() {
    LinearHead head = (LinearHead) MODEL.document().head();
    double[] weights = head.weights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = -weights[i];
    }
    return SmallModel.of(
        SmallModel.with(new LinearHead(LinearHead.Link.LOGISTIC, 0.1, weights)));
  }

  private static Model<Visit, Answer> narrower() {
    ModelDocument d = MODEL.document();
    List<Encoding> encodings = new ArrayList<>(d.encodings());
    encodings.set(
        1, new NumberEncoding("bid", true, 0.5, 0.8, 0, 50, NumberEncoding.Nulls.NONE, 0));
    return SmallModel.of(
        new ModelDocument(
            d.format(), "narrow", d.created(), d.task(), d.signature(), encodings, d.head(),
            d.labels(), d.calibration(), d.cells(), d.card(), d.golden().subList(0, 1)));
  }

  private String inUse() {
    return Model.load(file, Visit.class, Answer.class).score(ROWS.get(1)).toString();
  }

  @Test
  void aCandidateThatIsBetterTakesThePlaceAndWhatWasThereIsKept() {
    Model<Visit, Answer> candidate = opposite();

    Promotion.of(candidate, file)
        .noWorseOn(ROWS, row -> candidate.score(row).show(), 0.001)
        .promote();

    assertThat(inUse()).isEqualTo(candidate.score(ROWS.get(1)).toString());
    Promotion.rollBack(file);
    assertThat(inUse()).isEqualTo(MODEL.score(ROWS.get(1)).toString());
  }

  @Test
  void oneThatIsWorseDoesNotAndTheMessageSaysByWhat() throws IOException {
    byte[] before = Files.readAllBytes(Path.of(file));

    assertThatThrownBy(
        () -> Promotion.of(opposite(), file)
            .noWorseOn(ROWS, row -> MODEL.score(row).show(), 0.001)
            .promote())
        .isInstanceOf(PromotionException.class)
        .hasMessageContaining("candidate 'ads' does not take its place")
        .hasMessageContaining("the candidate may be worse by more than 0.001: AUC: worse by ");

    assertThat(Files.readAllBytes(Path.of(file))).isEqualTo(before);
    assertThat(folder.toFile().list()).containsExactly("ads.json");
  }

  @Test
  void theFirstModelHasNothingToBeComparedWith() {
    String first = folder.resolve("first.json").toString();

    Promotion.of(MODEL, first).noWorseOn(ROWS, row -> true, 0).promote();

    assertThat(Model.load(first, Visit.class, Answer.class).document())
        .isEqualTo(MODEL.document());
  }

  @Test
  void oneThatCannotScoreWhatTheModelCanDoesNot() {
    assertThat(Promotion.of(narrower(), file).problems())
        .containsExactly(
            "the candidate cannot score 1 of 3 rows that the model in use has scored: bid in 0 to 50");
  }

  @Test
  void oneThatTellsSomethingElseDoesNot() {
    ModelDocument d = MODEL.document();
    Model<Visit, Answer> other =
        SmallModel.of(
            new ModelDocument(
                d.format(), d.name(), d.created(), Task.REGRESSION, d.signature(), d.encodings(),
                d.head(), d.labels(), d.calibration(), d.cells(), d.card(), d.golden()));

    assertThat(Promotion.of(other, file).problems())
        .containsExactly(
            "model 'ads' tells BINARY, and candidate 'ads' REGRESSION: a candidate has to tell the same");
  }

  @Test
  void whatIsNoModelIsNotOverwritten() throws IOException {
    Files.writeString(Path.of(file), "notes");

    assertThat(Promotion.of(MODEL, file).problems())
        .singleElement()
        .asString()
        .startsWith("what is there is no model of the same records: ");
  }

  @Test
  void nothingThatCanBeComparedIsNoProof() {
    assertThat(Promotion.of(MODEL, file).noWorse(List.of(), 1).problems())
        .containsExactly(
            "the two cannot be compared, for too little happened to tell: give more rows");
  }
}
