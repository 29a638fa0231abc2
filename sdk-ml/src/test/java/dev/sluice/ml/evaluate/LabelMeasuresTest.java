package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.model.Card;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelMeasuresTest {

  private static final List<String> LABELS = List.of("cat", "dog", "fox");
  private static final int[] HAPPENED = {0, 1, 2, 0, 1, 2};
  private static final int[] PREDICTED = {0, 2, 1, 0, 0, 1};
  private static final double[] PROBABILITIES = {0.8, 0.3, 0.2, 0.9, 0.1, 0.4};

  private final LabelRows rows = LabelRows.of(LABELS, HAPPENED, PREDICTED, PROBABILITIES);
  private final LabelMeasures measures = LabelMeasures.of(rows, "test");

  /** The example of scikit-learn's f1_score. */
  @Test
  void macroF1IsTheMeanOverTheLabels() {
    assertThat(measures.macroF1().orElseThrow().value())
        .isCloseTo(0.26666666666666666, within(1e-12));
  }

  @Test
  void theBaselineOfMacroF1SaysTheMostFrequentLabel() {
    assertThat(measures.macroF1().orElseThrow().baseline()).isCloseTo(0.5 / 3, within(1e-12));
  }

  @Test
  void accuracyIsTheShareThatWasRight() {
    assertThat(measures.accuracy().orElseThrow().value()).isCloseTo(2 / 6.0, within(1e-12));
  }

  @Test
  void logLossIsTheMeanOverTheRows() {
    double product = 0.8 * 0.3 * 0.2 * 0.9 * 0.1 * 0.4;

    assertThat(measures.logLoss().orElseThrow().value())
        .isCloseTo(-Math.log(product) / 6, within(1e-12));
  }

  @Test
  void theBaselineOfLogLossIsThatOfTheShares() {
    assertThat(measures.logLoss().orElseThrow().baseline()).isCloseTo(Math.log(3), within(1e-12));
  }

  @Test
  void confusionsBeginWithTheMostFrequent() {
    assertThat(measures.confusions())
        .startsWith(new Card.Confusion("cat", "cat", 2), new Card.Confusion("fox", "dog", 2))
        .hasSize(4);
  }

  @Test
  void aWeightIsAsManyEqualRows() {
    LabelRows weighted = rows.weighted(new double[]{2, 1, 0, 3, 1, 1});
    LabelRows repeated = rows.only(new int[]{0, 0, 1, 3, 3, 3, 4, 5});

    assertThat(LabelMeasures.of(weighted, "test").all())
        .usingRecursiveComparison()
        .withComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
        .isEqualTo(LabelMeasures.of(repeated, "test").all());
  }

  @Test
  void whatCouldNotBeScoredIsMissingInTheCoverage() {
    double[] probabilities = {0.8, 0.3, Double.NaN, 0.9, 0.1, 0.4};
    LabelRows some = LabelRows.of(LABELS, HAPPENED, PREDICTED, probabilities);

    assertThat(LabelMeasures.of(some, "test").all())
        .extracting(Card.Figure::coverage)
        .containsOnly(5 / 6.0);
  }

  @Test
  void ofOneRowNothingIsSaid() {
    LabelRows one = rows.only(new int[]{0});

    assertThat(LabelMeasures.of(one, "test").all()).isEmpty();
  }

  @Test
  void aLabelThatIsNotThereIsRefused() {
    assertThatThrownBy(
        () -> LabelRows.of(LABELS, new int[]{3}, new int[]{0}, new double[]{0.5}))
        .hasMessage("row 0 has label 3, and there are 3 labels");
  }
}
