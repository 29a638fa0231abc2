package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.evaluate.BinaryRowsArbitraries.Rows;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class ComparisonTest {

  @Property(tries = 300)
  @Domain(BinaryRowsArbitraries.class)
  void theDifferenceOfAucsIsThatOfEach(@ForAll Rows rows) {
    BinaryRows others = turned(rows.scores(), rows.outcomes());

    Comparison.auc(rows.once(), others)
        .ifPresent(
            difference -> assertThat(difference.value())
                .isCloseTo(auc(others) - auc(rows.once()), within(1e-12)));
  }

  @Property(tries = 300)
  @Domain(BinaryRowsArbitraries.class)
  void aWeightIsAsManyEqualRows(@ForAll Rows rows) {
    Rows others =
        new Rows(turned(rows.scores()), rows.outcomes(), rows.weights());

    List<Difference> weighted = Comparison.of(rows.weighted(), others.weighted());
    List<Difference> repeated = Comparison.of(rows.repeated(), others.repeated());

    assertThat(weighted)
        .usingRecursiveComparison()
        .withComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
        .isEqualTo(repeated);
  }

  @Property(tries = 100)
  @Domain(BinaryRowsArbitraries.class)
  void aModelIsNoWorseThanItself(@ForAll Rows rows) {
    assertThat(Comparison.of(rows.once(), rows.once()))
        .allSatisfy(difference -> {
          assertThat(difference.isNoWorseThan(0)).isTrue();
          assertThat(difference.isBetter()).isFalse();
        });
  }

  @Example
  void aSmallGainIsCertainOnTheSameRowsThoughTheFiguresOverlap() {
    BinaryRows today = noisy(1.0);
    BinaryRows candidate = noisy(0.8);

    assertThat(BinaryMeasures.of(candidate, "test").auc().orElseThrow().low())
        .isLessThan(BinaryMeasures.of(today, "test").auc().orElseThrow().high());
    assertThat(Comparison.of(today, candidate)).hasSize(2).allMatch(Difference::isBetter);
    assertThat(Comparison.of(candidate, today)).noneMatch(d -> d.isNoWorseThan(0));
  }

  /** The same noise, louder or softer. */
  private static BinaryRows noisy(double loudness) {
    Random random = new Random(3);
    double[] scores = new double[2_000];
    boolean[] outcomes = new boolean[2_000];
    for (int i = 0; i < scores.length; i++) {
      double logit = random.nextGaussian();
      outcomes[i] = random.nextDouble() < Interval.logistic(logit);
      scores[i] = Interval.logistic(logit + loudness * random.nextGaussian());
    }
    return BinaryRows.of(scores, outcomes);
  }

  @Example
  void rowsThatOneCouldNotScoreAreMissingInTheCoverage() {
    boolean[] outcomes = {true, false, true, false, true};
    BinaryRows today = BinaryRows.of(new double[]{.9, .1, .8, .2, Double.NaN}, outcomes);
    BinaryRows candidate = BinaryRows.of(new double[]{.8, .3, .7, .1, .9}, outcomes);

    assertThat(Comparison.of(today, candidate))
        .extracting(Difference::coverage)
        .containsExactly(0.8, 0.8);
  }

  @Example
  void otherOutcomesAreRefused() {
    BinaryRows today = BinaryRows.of(new double[]{.9, .1}, new boolean[]{true, false});
    BinaryRows other = BinaryRows.of(new double[]{.9, .1}, new boolean[]{false, true});

    assertThatThrownBy(() -> Comparison.auc(today, other))
        .hasMessage(
            "two models are compared on the same rows in the same order, and here the outcomes differ");
  }

  @Example
  void rowsOfTwoKindsAreRefused() {
    BinaryRows today = BinaryRows.of(new double[]{.9}, new boolean[]{true});
    NumberRows other = NumberRows.of(new double[]{1}, new double[]{1});

    assertThatThrownBy(() -> Comparison.of(today, other))
        .hasMessage(
            "these cannot be compared: 1 rows with a score and an outcome, and 1 rows with a predicted number");
  }

  @Example
  void labelsAreComparedByLossAndAccuracy() {
    List<String> labels = List.of("a", "b");
    int[] happened = {0, 1, 0};
    LabelRows today = LabelRows.of(labels, happened, new int[]{1, 1, 0}, new double[]{.4, .6, .7});
    LabelRows candidate =
        LabelRows.of(labels, happened, new int[]{0, 1, 0}, new double[]{.8, .6, .7});

    assertThat(Comparison.of(today, candidate))
        .extracting(Difference::measure, d -> Math.round(d.value() * 1e6) / 1e6)
        .containsExactly(
            tuple(Measure.LOG_LOSS, 0.231049),
            tuple(Measure.ACCURACY, 0.333333));
  }

  @Example
  void numbersAreComparedByTheirErrors() {
    double[] happened = {1, 2, 3};
    NumberRows today = NumberRows.of(new double[]{2, 4, 3}, happened);
    NumberRows candidate = NumberRows.of(new double[]{1, 3, 3}, happened);

    assertThat(Comparison.of(today, candidate).get(0).value()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Example
  void aDifferenceSaysWhetherItIsForTheBetter() {
    assertThat(new Difference(Measure.LOG_LOSS, 0.012, 0.0031, 0.0209, 1).text())
        .isEqualTo("log loss: better by 0.0120 (0.003100 to 0.0209)");
    assertThat(new Difference(Measure.AUC, -0.05, -0.06, -0.04, 1).text())
        .isEqualTo("AUC: worse by 0.0500 (0.0400 to 0.0600)");
  }

  private static double[] turned(double[] scores) {
    double[] turned = scores.clone();
    for (int i = 0; i < scores.length; i++) {
      turned[i] = (scores[i] * 5 + i * 0.37) % 1;
    }
    return turned;
  }

  private static BinaryRows turned(double[] scores, boolean[] outcomes) {
    return BinaryRows.of(turned(scores), outcomes);
  }

  private static double auc(BinaryRows rows) {
    return BinaryMeasures.of(rows, "test").auc().orElseThrow().value();
  }
}
