package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.evaluate.BinaryRowsArbitraries.Rows;
import dev.sluice.ml.model.Calibration;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class CalibrationFitTest {

  /** Of all that do not descend, the greatest mean from somewhere below up to the least such mean above. */
  @Property(tries = 300)
  @Domain(BinaryRowsArbitraries.class)
  void isotonicIsTheLeastOfTheGreatestMeans(@ForAll Rows rows) {
    Calibration calibration = CalibrationFit.isotonic(rows.once());

    for (double score : rows.scores()) {
      double best = maxMin(rows, score);
      if (best > 0 && best < 1) {
        assertThat(calibration.of(score)).isCloseTo(best, within(1e-3));
      }
    }
  }

  private static double maxMin(Rows rows, double score) {
    double[] ticks = Arrays.stream(rows.scores()).distinct().toArray();
    double greatest = 0;
    for (double from : ticks) {
      if (from <= score) {
        double least = 1;
        for (double to : ticks) {
          if (to >= score) {
            least = Math.min(least, mean(rows, from, to));
          }
        }
        greatest = Math.max(greatest, least);
      }
    }
    return greatest;
  }

  private static double mean(Rows rows, double from, double to) {
    double all = 0;
    double happened = 0;
    for (int i = 0; i < rows.scores().length; i++) {
      if (rows.scores()[i] >= from && rows.scores()[i] <= to) {
        all++;
        happened += rows.outcomes()[i] ? 1 : 0;
      }
    }
    return happened / all;
  }

  @Property(tries = 300)
  @Domain(BinaryRowsArbitraries.class)
  void aWeightIsAsManyEqualRows(@ForAll Rows rows) {
    assertThat(CalibrationFit.isotonic(rows.weighted()))
        .isEqualTo(CalibrationFit.isotonic(rows.repeated()));
  }

  @Property(tries = 300)
  @Domain(BinaryRowsArbitraries.class)
  void noProbabilityBecomesCertain(@ForAll Rows rows) {
    Calibration calibration = CalibrationFit.isotonic(rows.once());

    for (double score : rows.scores()) {
      assertThat(calibration.of(score)).isBetween(1e-3, 1 - 1e-3);
    }
  }

  @Property(tries = 300)
  @Domain(BinaryRowsArbitraries.class)
  void aSigmoidNeverTurnsTheOrderRound(@ForAll Rows rows) {
    Calibration calibration = CalibrationFit.sigmoid(rows.once());

    double before = 0;
    for (int tick = 0; tick <= 100; tick++) {
      double now = calibration.of(tick / 100.0);
      assertThat(now).isBetween(before, 1.0);
      before = now;
    }
  }

  @Example
  void isotonicFindsTheTruthAmongManyRows() {
    BinaryRows rows = tooSure(200_000);

    Calibration calibration = CalibrationFit.isotonic(rows);

    for (double truth : new double[]{0.1, 0.3, 0.5, 0.7, 0.9}) {
      assertThat(calibration.of(said(truth))).isCloseTo(truth, within(0.02));
    }
  }

  @Example
  void aSigmoidFindsTheTruthAmongFewRows() {
    Calibration calibration = CalibrationFit.sigmoid(tooSure(2_000));

    for (double truth : new double[]{0.1, 0.3, 0.5, 0.7, 0.9}) {
      assertThat(calibration.of(said(truth))).isCloseTo(truth, within(0.05));
    }
  }

  @Example
  void isotonicOfManyRowsStaysSmall() {
    Calibration.Points points = (Calibration.Points) CalibrationFit.isotonic(tooSure(500_000));

    assertThat(points.from()).hasSizeBetween(20, 200);
  }

  @Example
  void calibratedRowsAreCalibrated() {
    BinaryRows rows = tooSure(50_000);
    BinaryRows others = tooSure(50_000);

    BinaryRows calibrated = others.calibrated(CalibrationFit.isotonic(rows));

    assertThat(BinaryMeasures.of(others, "test").calibrationError().orElseThrow().low())
        .isGreaterThan(0.05);
    assertThat(BinaryMeasures.of(calibrated, "test").calibrationError().orElseThrow().value())
        .isLessThan(0.01);
  }

  @Example
  void scoresThatFallWithTheOutcomeAllBecomeTheSame() {
    double[] scores = {0.9, 0.8, 0.2, 0.1};
    boolean[] outcomes = {false, false, true, true};

    Calibration calibration = CalibrationFit.sigmoid(BinaryRows.of(scores, outcomes));

    assertThat(calibration.of(0.9)).isEqualTo(0.5).isEqualTo(calibration.of(0.1));
  }

  @Example
  void ofOneOutcomeAllBecomesNearlyThat() {
    BinaryRows rows = BinaryRows.of(new double[]{0.2, 0.4, 0.6}, new boolean[3]);

    assertThat(CalibrationFit.isotonic(rows).of(0.3)).isCloseTo(0.5 / 4, within(1e-12));
    assertThat(CalibrationFit.sigmoid(rows).of(0.3)).isCloseTo(1.0 / 5, within(1e-12));
  }

  @Example
  void certaintiesDoNotBreakASigmoid() {
    double[] scores = {0, 0, 1, 1, 0.5, 0.5};
    boolean[] outcomes = {false, true, true, false, true, false};

    Calibration calibration = CalibrationFit.sigmoid(BinaryRows.of(scores, outcomes));

    assertThat(calibration.of(0.5)).isCloseTo(0.5, within(1e-6));
  }

  @Example
  void withoutRowsNothingIsLearned() {
    BinaryRows none = BinaryRows.of(new double[]{Double.NaN}, new boolean[1]);

    assertThatThrownBy(() -> CalibrationFit.isotonic(none))
        .hasMessage("nothing to calibrate with: none of 1 rows has a score");
  }

  @Example
  void scoresThatAreNoProbabilitiesHaveNoLogOdds() {
    BinaryRows rows = BinaryRows.of(new double[]{3, 4}, new boolean[]{true, false});

    assertThatThrownBy(() -> CalibrationFit.sigmoid(rows))
        .hasMessageContaining("these scores are not between 0 and 1");
  }

  private static double said(double truth) {
    double logit = Math.log(truth / (1 - truth));
    return Interval.logistic(2 * logit + 0.3);
  }

  /** Rows whose scores are twice too far out in log odds, and a bit too high. */
  private static BinaryRows tooSure(int size) {
    Random random = new Random(size);
    double[] scores = new double[size];
    boolean[] outcomes = new boolean[size];
    for (int i = 0; i < size; i++) {
      double truth = Interval.logistic(1.5 * random.nextGaussian());
      outcomes[i] = random.nextDouble() < truth;
      scores[i] = said(truth);
    }
    return BinaryRows.of(scores, outcomes);
  }
}
