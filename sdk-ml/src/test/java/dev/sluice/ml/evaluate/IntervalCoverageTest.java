package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.model.Card;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many samples are drawn from the same rows; an interval of 95 % must hold the figure of all rows in about so many of them,
 * not in fewer for it would promise too much, and not in all for it would say too little.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntervalCoverageTest {

  private static final int SAMPLES = 1_000;
  private static final int ROWS = 600;
  private static final int ALL_ROWS = 400_000;

  /** Too few of these are chance: with 1,000 samples 0.95 is met within 0.014. */
  private static final double LEAST = 0.92;

  private static final double MOST = 0.98;

  private final Map<String, Double> ofScores =
      covered(
          IntervalCoverageTest::binary, rows -> BinaryMeasures.of(rows, "test").all(0.3));
  private final Map<String, Double> ofLabels =
      covered(IntervalCoverageTest::labels, rows -> LabelMeasures.of(rows, "test").all());
  private final Map<String, Double> ofNumbers =
      covered(IntervalCoverageTest::numbers, rows -> NumberMeasures.of(rows, "test").all());

  @ParameterizedTest
  @ValueSource(strings = {
      "AUC",
      "average precision",
      "log loss",
      "Brier score",
      "calibration error",
      "lift of the top decile",
      "accuracy at 0.3",
      "precision at 0.3",
      "recall at 0.3"
  })
  void ofScores(String figure) {
    // The low end of a calibration error is too low by what chance might have made of it.
    assertThat(ofScores.get(figure))
        .isBetween(LEAST, figure.equals("calibration error") ? 1 : MOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"log loss", "accuracy", "macro F1"})
  void ofLabels(String figure) {
    assertThat(ofLabels.get(figure)).isBetween(LEAST, MOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RMSE", "MAE", "R²"})
  void ofNumbers(String figure) {
    assertThat(ofNumbers.get(figure)).isBetween(LEAST, MOST);
  }

  @ParameterizedTest
  @EnumSource(value = Measure.class, names = {"AUC", "LOG_LOSS"})
  void ofTheDifferenceOfTwoModels(Measure measure) {
    Random random = new Random(41);
    double truth = difference(random, ALL_ROWS, measure).value();
    int covered = 0;
    for (int i = 0; i < SAMPLES; i++) {
      Difference sample = difference(random, ROWS, measure);
      covered += sample.low() <= truth && truth <= sample.high() ? 1 : 0;
    }
    assertThat(covered / (double) SAMPLES).isBetween(LEAST, MOST);
  }

  /** Of each figure the share of the samples whose interval holds that of all rows. */
  private static <R> Map<String, Double> covered(
      BiFunction<Random, Integer, R> rows, Function<R, List<Card.Figure>> measures) {
    Random random = new Random(17);
    Map<String, Double> truth =
        measures.apply(rows.apply(random, ALL_ROWS)).stream()
            .collect(Collectors.toMap(Card.Figure::name, Card.Figure::value));
    Map<String, Integer> covered = new HashMap<>();
    for (int i = 0; i < SAMPLES; i++) {
      for (Card.Figure sample : measures.apply(rows.apply(random, ROWS))) {
        double figure = truth.get(sample.name());
        if (sample.low() <= figure && figure <= sample.high()) {
          covered.merge(sample.name(), 1, Integer::sum);
        }
      }
    }
    return covered.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() / (double) SAMPLES));
  }

  /** A fourth happens; the scores know something, and are a bit too sure. */
  private static BinaryRows binary(Random random, int rows) {
    double[] scores = new double[rows];
    boolean[] outcomes = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      double logit = -1.4 + 1.2 * random.nextGaussian();
      outcomes[i] = random.nextDouble() < Interval.logistic(logit);
      scores[i] = Interval.logistic(1.5 * logit);
    }
    return BinaryRows.of(scores, outcomes);
  }

  private static LabelRows labels(Random random, int rows) {
    double[] shares = {0.5, 0.3, 0.2};
    int[] happened = new int[rows];
    int[] predicted = new int[rows];
    double[] probabilities = new double[rows];
    for (int i = 0; i < rows; i++) {
      double draw = random.nextDouble();
      happened[i] = draw < shares[0] ? 0 : draw < shares[0] + shares[1] ? 1 : 2;
      double[] logits = new double[3];
      double sum = 0;
      for (int label = 0; label < 3; label++) {
        double logit = random.nextGaussian() + (label == happened[i] ? 1 : 0);
        logits[label] = Math.exp(logit);
        sum += logits[label];
        predicted[i] = logits[label] > logits[predicted[i]] ? label : predicted[i];
      }
      probabilities[i] = logits[happened[i]] / sum;
    }
    return LabelRows.of(List.of("a", "b", "c"), happened, predicted, probabilities);
  }

  private static NumberRows numbers(Random random, int rows) {
    double[] predicted = new double[rows];
    double[] happened = new double[rows];
    for (int i = 0; i < rows; i++) {
      predicted[i] = 10 + 3 * random.nextGaussian();
      happened[i] = predicted[i] + 2 * random.nextGaussian();
    }
    return NumberRows.of(predicted, happened);
  }

  /** Both know the same of a row; the candidate is less disturbed. */
  private static Difference difference(Random random, int rows, Measure measure) {
    double[] incumbent = new double[rows];
    double[] candidate = new double[rows];
    boolean[] outcomes = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      double logit = -1 + random.nextGaussian();
      outcomes[i] = random.nextDouble() < Interval.logistic(logit);
      incumbent[i] = Interval.logistic(logit + random.nextGaussian());
      candidate[i] = Interval.logistic(logit + 0.7 * random.nextGaussian());
    }
    BinaryRows today = BinaryRows.of(incumbent, outcomes);
    BinaryRows tomorrow = BinaryRows.of(candidate, outcomes);
    return (measure == Measure.AUC
        ? Comparison.auc(today, tomorrow)
        : Comparison.logLoss(today, tomorrow)).orElseThrow();
  }
}
