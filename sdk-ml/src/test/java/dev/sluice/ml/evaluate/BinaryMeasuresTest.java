package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.evaluate.BinaryRowsArbitraries.Rows;
import dev.sluice.ml.model.Card;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class BinaryMeasuresTest {

  private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};
  private static final boolean[] OUTCOMES = {false, false, true, true};

  private final BinaryMeasures known =
      BinaryMeasures.of(BinaryRows.of(SCORES, OUTCOMES), "test");

  @Property(tries = 500)
  @Domain(BinaryRowsArbitraries.class)
  void theAucIsTheShareOfPairsInTheRightOrder(@ForAll Rows rows) {
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < rows.scores().length; i++) {
      for (int j = 0; j < rows.scores().length; j++) {
        if (rows.outcomes()[i] && !rows.outcomes()[j]) {
          pairs++;
          right +=
              rows.scores()[i] > rows.scores()[j]
                  ? 1
                  : rows.scores()[i] == rows.scores()[j] ? 0.5 : 0;
        }
      }
    }
    assertThat(measures(rows.once()).auc().orElseThrow().value())
        .isCloseTo(right / pairs, within(1e-12));
  }

  @Property(tries = 500)
  @Domain(BinaryRowsArbitraries.class)
  void theAveragePrecisionIsTheSumOverThresholds(@ForAll Rows rows) {
    double all = count(rows, 0, true);
    double sum = 0;
    double recallBefore = 0;
    for (double threshold : thresholdsFromAbove(rows)) {
      double right = count(rows, threshold, true);
      double recall = right / all;
      sum += (recall - recallBefore) * right / (right + count(rows, threshold, false));
      recallBefore = recall;
    }
    assertThat(measures(rows.once()).averagePrecision().orElseThrow().value())
        .isCloseTo(sum, within(1e-12));
  }

  private static Iterable<Double> thresholdsFromAbove(Rows rows) {
    TreeSet<Double> thresholds = new TreeSet<>();
    Arrays.stream(rows.scores()).forEach(thresholds::add);
    return thresholds.descendingSet();
  }

  private static double count(Rows rows, double threshold, boolean happened) {
    return IntStream.range(0, rows.scores().length)
        .filter(i -> rows.scores()[i] >= threshold && rows.outcomes()[i] == happened)
        .count();
  }

  @Property(tries = 500)
  @Domain(BinaryRowsArbitraries.class)
  void aWeightIsAsManyEqualRows(@ForAll Rows rows) {
    assertSame(measures(rows.weighted()), measures(rows.repeated()));
  }

  @Property(tries = 200)
  @Domain(BinaryRowsArbitraries.class)
  void theOrderOfTheRowsDoesNotMatter(@ForAll Rows rows) {
    int[] backwards =
        IntStream.range(0, rows.scores().length).map(i -> rows.scores().length - 1 - i).toArray();
    assertSame(measures(rows.once()), measures(rows.once().only(backwards)));
  }

  @Property(tries = 500)
  @Domain(BinaryRowsArbitraries.class)
  void aFigureLiesInItsInterval(@ForAll Rows rows) {
    assertThat(measures(rows.weighted()).all(0.5))
        .allSatisfy(
            figure -> assertThat(figure.value()).isBetween(
                figure.low() - 1e-12, figure.high() + 1e-12));
  }

  @Property(tries = 500)
  @Domain(BinaryRowsArbitraries.class)
  void eachRowIsInOneBin(@ForAll Rows rows) {
    List<Card.Bin> bins = measures(rows.once()).bins(5);

    assertThat(bins).hasSizeBetween(1, 5);
    assertThat(bins.stream().mapToLong(Card.Bin::rows).sum()).isEqualTo(rows.scores().length);
    for (int i = 1; i < bins.size(); i++) {
      assertThat(bins.get(i).low()).isGreaterThan(bins.get(i - 1).high());
    }
  }

  @Example
  void theExampleOfScikitLearn() {
    assertThat(known.auc().orElseThrow().value()).isCloseTo(0.75, within(1e-15));
    assertThat(known.averagePrecision().orElseThrow().value())
        .isCloseTo(0.8333333333333333, within(1e-15));
  }

  /** Placements of the positives 0.5, 1, of the negatives 1, 0.5: both vary by 0.125 around 0.75. */
  @Example
  void theIntervalOfAnAucIsDeLongs() {
    double error = Math.sqrt(0.125 / 2 + 0.125 / 2);
    double low = Math.log(0.75 / 0.25) - 1.959963984540054 * error / (0.75 * 0.25);

    assertThat(known.auc().orElseThrow().low())
        .isCloseTo(1 / (1 + Math.exp(-low)), within(1e-12));
  }

  @Example
  void theLogLossIsTheMeanOverTheRows() {
    double mean = -(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4;

    assertThat(known.logLoss().orElseThrow().value()).isCloseTo(mean, within(1e-15));
  }

  @Example
  void theBaselineOfLogLossIsThatOfTheBaseRate() {
    assertThat(known.logLoss().orElseThrow().baseline()).isCloseTo(Math.log(2), within(1e-15));
  }

  @Example
  void theBrierScoreIsTheMeanSquaredDistance() {
    double mean = (0.01 + 0.16 + 0.65 * 0.65 + 0.04) / 4;

    assertThat(known.brierScore().orElseThrow().value()).isCloseTo(mean, within(1e-15));
  }

  @Example
  void aThresholdIncludesItsScore() {
    assertThat(known.accuracy(0.4).orElseThrow().value()).isEqualTo(0.5);
    assertThat(known.precision(0.4).orElseThrow().value()).isEqualTo(0.5);
    assertThat(known.recall(0.8).orElseThrow().value()).isEqualTo(0.5);
  }

  @Example
  void aThresholdNobodyReachesHasNoPrecision() {
    assertThat(known.precision(0.9)).isEmpty();
  }

  @Example
  void aCertaintyThatWasWrongCostsMuchButNotInfinitelyMuch() {
    BinaryRows wrong = BinaryRows.of(new double[]{1, 0}, new boolean[]{false, true});

    assertThat(measures(wrong).logLoss().orElseThrow().value())
        .isCloseTo(-Math.log(1e-15), within(1e-9));
  }

  @Example
  void aPerfectOrderOfFewRowsIsNotSaidToBeCertain() {
    boolean[] outcomes = {true, true, true, false, false, false};
    BinaryRows rows = BinaryRows.of(new double[]{6, 5, 4, 3, 2, 1}, outcomes);

    Card.Figure auc = measures(rows).auc().orElseThrow();

    assertThat(auc.value()).isEqualTo(1);
    assertThat(auc.low()).isCloseTo(Math.cbrt(0.025), within(1e-12));
  }

  @Example
  void ofOneOutcomeNothingIsSaidOfTheOrder() {
    BinaryRows rows = BinaryRows.of(new double[]{0.2, 0.3}, new boolean[]{true, true});

    assertThat(measures(rows).all(0.5))
        .extracting(Card.Figure::name)
        .containsExactly(
            "log loss",
            "Brier score",
            "calibration error",
            "accuracy at 0.5",
            "recall at 0.5");
  }

  @Example
  void ofNoRowsNothingIsSaid() {
    BinaryMeasures none = measures(BinaryRows.of(new double[0], new boolean[0]));

    assertThat(none.all(0.5)).isEmpty();
    assertThat(none.bins(10)).isEmpty();
    assertThat(none.gain(10)).isEmpty();
  }

  @Example
  void scoresThatAreNoProbabilitiesHaveAnOrderOnly() {
    BinaryRows rows = BinaryRows.of(new double[]{-7, 12}, new boolean[]{false, true});

    assertThat(measures(rows).all())
        .extracting(Card.Figure::name)
        .containsExactly("AUC", "average precision");
  }

  @Example
  void whatCouldNotBeScoredIsMissingInTheCoverage() {
    double[] scores = {0.1, Double.NaN, 0.35, 0.8};

    Card.Figure auc = measures(BinaryRows.of(scores, OUTCOMES)).auc().orElseThrow();

    assertThat(auc.value()).isEqualTo(1);
    assertThat(auc.coverage()).isEqualTo(0.75);
  }

  @Example
  void calibrationErrorIsTheDistanceOfThePredictedFromTheHappenedShare() {
    double[] scores = new double[200];
    boolean[] outcomes = new boolean[200];
    for (int i = 0; i < 200; i++) {
      scores[i] = i < 100 ? 0.2 : 0.9;
      outcomes[i] = i < 100 ? i < 30 : i < 160;
    }

    Card.Figure error = measures(BinaryRows.of(scores, outcomes)).calibrationError().orElseThrow();

    assertThat(error.value()).isCloseTo((0.1 + 0.3) / 2, within(1e-12));
  }

  @Example
  void theTopDecileOfTiesIsAsRichAsTheyAre() {
    double[] same = new double[40];
    boolean[] outcomes = new boolean[40];
    Arrays.fill(outcomes, 0, 10, true);

    assertThat(measures(BinaryRows.of(same, outcomes)).topDecileLift().orElseThrow().value())
        .isCloseTo(1, within(1e-12));
  }

  @Example
  void theTopDecileOfAPerfectOrderHasTheGreatestLift() {
    double[] scores = IntStream.range(0, 100).mapToDouble(i -> i / 100.0).toArray();
    boolean[] outcomes = new boolean[100];
    Arrays.fill(outcomes, 80, 100, true);

    assertThat(measures(BinaryRows.of(scores, outcomes)).topDecileLift().orElseThrow().value())
        .isCloseTo(5, within(1e-12));
  }

  @Example
  void theCurveOfGainsGoesFromNoneToAll() {
    assertThat(known.gain(4))
        .containsExactly(
            new Card.Gain(0, 0),
            new Card.Gain(0.25, 0.5),
            new Card.Gain(0.5, 0.5),
            new Card.Gain(0.75, 1),
            new Card.Gain(1, 1));
  }

  @Example
  void anInfiniteScoreIsRefused() {
    assertThatThrownBy(
        () -> BinaryRows.of(new double[]{1 / 0.0}, new boolean[]{true}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the score of row 0 is Infinity; a row that cannot be scored has NaN");
  }

  @Example
  void aNegativeWeightIsRefused() {
    BinaryRows rows = BinaryRows.of(new double[]{1}, new boolean[]{true});

    assertThatThrownBy(() -> rows.weighted(new double[]{-1}))
        .hasMessageContaining("the weight of row 0 is -1.0");
  }

  private static BinaryMeasures measures(BinaryRows rows) {
    return BinaryMeasures.of(rows, "test");
  }

  private static void assertSame(BinaryMeasures some, BinaryMeasures others) {
    List<Card.Figure> figures = some.all(0.5);
    List<Card.Figure> otherFigures = others.all(0.5);
    assertThat(figures).extracting(Card.Figure::name)
        .isEqualTo(otherFigures.stream().map(Card.Figure::name).toList());
    for (int i = 0; i < figures.size(); i++) {
      assertThat(numbers(figures.get(i)))
          .as(figures.get(i).name())
          .containsExactly(numbers(otherFigures.get(i)), within(1e-9));
    }
    assertThat(some.bins(5)).usingRecursiveComparison()
        .withComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
        .isEqualTo(others.bins(5));
  }

  private static double[] numbers(Card.Figure figure) {
    return new double[]{
        figure.value(), figure.low(), figure.high(), figure.baseline(), figure.coverage()
    };
  }
}
