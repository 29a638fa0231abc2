package dev.sluice.ml.evaluate;

import java.util.Arrays;
import java.util.Optional;

/**
 * What figures are called, and which way is better. Figures of measures that are not here may be in a card too; nothing
 * is concluded from them.
 */
public enum Measure {
  /**
   * The probability that a row that happened has a higher score than one that did not, ties counting one half: the
   * area under the ROC curve, exact.
   */
  AUC("AUC", true),
  /**
   * The precision at each row that happened, on average: {@code Σ (Rₙ − Rₙ₋₁) Pₙ} over the thresholds from high to low,
   * with recall {@code R} and precision {@code P}; as scikit-learn has it, without the trapezoids that flatter.
   */
  AVERAGE_PRECISION("average precision", true),
  /** {@code −ln} of the probability of what happened, on average; probabilities below 1e-15 count as 1e-15. */
  LOG_LOSS("log loss", false),
  /** The squared distance of probability and outcome (0 or 1), on average. */
  BRIER_SCORE("Brier score", false),
  /**
   * The expected calibration error: over ten bins of equally many rows, how far the average probability is from the
   * share that happened, on average over the rows.
   */
  CALIBRATION_ERROR("calibration error", false),
  /** How much more often it happens in the tenth of the rows with the highest scores than in all rows. */
  TOP_DECILE_LIFT("lift of the top decile", true),
  /** The share of the rows that were told right. */
  ACCURACY("accuracy", true),
  /** The share that happened of the rows that were said to. */
  PRECISION("precision", true),
  /** The share that was said to happen of the rows that did. */
  RECALL("recall", true),
  /**
   * {@code 2 TP / (2 TP + FP + FN)} of each label that happened or was predicted, on average over the labels.
   */
  MACRO_F1("macro F1", true),
  /** The root of the mean squared error. */
  RMSE("RMSE", false),
  /** The mean absolute error. */
  MAE("MAE", false),
  /** How much of the variance is explained: {@code 1 − Σ (y − ŷ)² / Σ (y − ȳ)²}. */
  R_SQUARED("R²", true);

  private static final String AT = " at ";

  private final String text;
  private final boolean higherIsBetter;

  Measure(String text, boolean higherIsBetter) {
    this.text = text;
    this.higherIsBetter = higherIsBetter;
  }

  /** What it is called in a card, such as {@code "log loss"}. */
  public String text() {
    return text;
  }

  /** What it is called where it depends on a threshold, such as {@code "recall at 0.05"}. */
  public String at(double threshold) {
    return text + AT + threshold;
  }

  /** Whether more is better. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** The measure of a figure's name, if it is one of these. */
  public static Optional<Measure> of(String figure) {
    return Arrays.stream(values())
        .filter(
            measure -> figure.equals(measure.text) || figure.startsWith(measure.text + AT))
        .findFirst();
  }
}
