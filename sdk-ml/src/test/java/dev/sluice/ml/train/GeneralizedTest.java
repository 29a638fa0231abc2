package dev.sluice.ml.train;

import static dev.sluice.ml.train.Learners.generalized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.Task;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Counts and amounts. */
class GeneralizedTest {

  /** About exp(sum / 2), by a chain of waits. */
  private static double poisson(double sum, Random random) {
    double expected = Math.exp(sum / 2);
    int count = -1;
    for (double waited = 0; waited < expected; count++) {
      waited -= Math.log(1 - random.nextDouble());
    }
    return count;
  }

  private static double amount(double sum, Random random) {
    return Math.exp(sum / 2) * (-Math.log(1 - random.nextDouble()) + 1e-3);
  }

  private static void scoresAs(
      EncodedRows rows, Head head, GeneralizedLinearRegression regression) {
    GeneralizedLinearRegressionModel own =
        regression
            .setWeightCol(EncodedRows.WEIGHT)
            .setRegParam(0.01)
            .setMaxIter(50)
            .setTol(1e-10)
            .fit(rows.rows());
    for (Row row : rows.rows().collectAsList()) {
      Vector features = row.getAs(EncodedRows.FEATURES);
      double expected = own.predict(features);
      assertThat(LearnedRows.scores(head, features).value())
          .isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
    }
  }

  @Test
  void countsArePositive() {
    EncodedRows rows = LearnedRows.counts(400, GeneralizedTest::poisson);
    Head head = generalized(Family.poisson()).l2(0.01).learn(rows).head();

    assertThat(((LinearHead) head).link()).isEqualTo(LinearHead.Link.EXPONENTIAL);
    scoresAs(rows, head, new GeneralizedLinearRegression().setFamily("poisson").setLink("log"));
  }

  @Test
  void amountsAreByTheirLogarithm() {
    EncodedRows rows = LearnedRows.counts(400, GeneralizedTest::amount);

    scoresAs(
        rows,
        generalized(Family.gamma()).l2(0.01).learn(rows).head(),
        new GeneralizedLinearRegression().setFamily("gamma").setLink("log"));
  }

  @Test
  void amountsOfWhichManyAreZero() {
    EncodedRows rows =
        LearnedRows.counts(
            400, (sum, random) -> random.nextInt(3) == 0 ? 0 : amount(sum, random));

    scoresAs(
        rows,
        generalized(Family.tweedie(1.5)).l2(0.01).learn(rows).head(),
        new GeneralizedLinearRegression()
            .setFamily("tweedie")
            .setVariancePower(1.5)
            .setLinkPower(0));
  }

  @Test
  void theMeanOfGaussianNumbersIsTheirSum() {
    EncodedRows rows = LearnedRows.numbers(400);

    scoresAs(
        rows,
        generalized(Family.gaussian()).l2(0.01).learn(rows).head(),
        new GeneralizedLinearRegression().setFamily("gaussian").setLink("identity"));
  }

  @Test
  void aLabelThatAFamilyDoesNotHaveIsRefused() {
    EncodedRows rows = LearnedRows.counts(60, (sum, random) -> Math.max(0, sum));

    assertThat(generalized(Family.gamma()).problems(rows))
        .containsExactly(
            "a number of the gamma family is more than 0, and the least label is 0.0: take another family, or leave these rows out");
  }

  @Test
  void moreSlotsThanItTakesAreRefused() {
    EncodedRows rows = LearnedRows.numbers(60);
    EncodedRows wide = new EncodedRows(rows.rows(), 5_000, Task.REGRESSION, List.of(), 7);

    assertThat(generalized(Family.gaussian()).problems(wide))
        .singleElement()
        .asString()
        .contains("takes 4,096 slots, and the features have 5,000", "asMeanOfLabel()");
  }

  @Test
  void thePowerOfATweedieFamilyLiesBetweenCountsAndAmounts() {
    assertThatThrownBy(() -> Family.tweedie(2))
        .hasMessage("the power of a tweedie family lies between 1 and 2, not 2.0");
  }
}
