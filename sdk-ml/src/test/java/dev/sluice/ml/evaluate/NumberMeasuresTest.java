package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.model.Card;
import org.junit.jupiter.api.Test;

class NumberMeasuresTest {

  private static final double[] PREDICTED = {2.5, 0.0, 2, 8};
  private static final double[] HAPPENED = {3, -0.5, 2, 7};

  private final NumberRows rows = NumberRows.of(PREDICTED, HAPPENED);
  private final NumberMeasures measures = NumberMeasures.of(rows, "test");

  /** The examples of scikit-learn's mean_squared_error, mean_absolute_error and r2_score. */
  @Test
  void theExamplesOfScikitLearn() {
    assertThat(measures.all())
        .extracting(Card.Figure::value)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
        .containsExactly(Math.sqrt(0.375), 0.5, 0.9486081370449679);
  }

  @Test
  void theBaselineOfRmseSaysTheMean() {
    double mean = 2.875;
    double squares = 0;
    for (double number : HAPPENED) {
      squares += (number - mean) * (number - mean);
    }

    assertThat(measures.rmse().orElseThrow().baseline())
        .isCloseTo(Math.sqrt(squares / 4), within(1e-12));
  }

  @Test
  void theBaselineOfMaeSaysTheMedian() {
    assertThat(measures.mae().orElseThrow().baseline())
        .isCloseTo((1 + 2.5 + 0 + 5) / 4, within(1e-12));
  }

  @Test
  void aNumberThatIsTheSameEverywhereHasNoRSquared() {
    NumberRows same = NumberRows.of(new double[]{1, 2, 3}, new double[]{5, 5, 5});

    assertThat(NumberMeasures.of(same, "test").rSquared()).isEmpty();
  }

  @Test
  void aWeightIsAsManyEqualRows() {
    NumberRows weighted = rows.weighted(new double[]{2, 1, 0, 3});
    NumberRows repeated = rows.only(new int[]{0, 0, 1, 3, 3, 3});

    assertThat(NumberMeasures.of(weighted, "test").all())
        .usingRecursiveComparison()
        .withComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
        .isEqualTo(NumberMeasures.of(repeated, "test").all());
  }

  @Test
  void whatCouldNotBeScoredIsMissingInTheCoverage() {
    NumberRows some = NumberRows.of(new double[]{2.5, 0, Double.NaN, 8}, HAPPENED);

    assertThat(NumberMeasures.of(some, "test").all())
        .extracting(Card.Figure::coverage)
        .containsOnly(0.75);
  }

  @Test
  void ofNumbersTooLargeToBeSquaredNothingIsSaid() {
    NumberRows large = NumberRows.of(new double[]{1e200, 1, 2}, new double[]{1, 2, 3});

    assertThat(NumberMeasures.of(large, "test").all()).isEmpty();
  }

  @Test
  void anOutcomeThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> NumberRows.of(new double[]{1}, new double[]{Double.NaN}))
        .hasMessage("what row 0 was is NaN");
  }
}
