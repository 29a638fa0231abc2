package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Calibration;

/**
 * Learns how to correct probabilities. The rows must not be those that the model was trained with: of these it is too
 * sure.
 *
 * <pre>{@code
 * Calibration calibration = CalibrationFit.isotonic(BinaryRows.of(rawScores, outcomes));
 * }</pre>
 */
public final class CalibrationFit {

  private CalibrationFit() {}

  /**
   * The best of all curves that do not descend, by squared error: isotonic regression, by pooling adjacent violators
   * (Ayer et al. 1955; Zadrozny and Elkan 2002). Rows of the same score are one. Between two pooled blocks it goes in a
   * line. It needs many rows, some thousand, and can then take any shape.
   *
   * <p>A block of one outcome alone would become exactly 0 or 1, and one row of the other would then cost without bounds;
   * it becomes {@code (k + ½) / (n + 1)} (Krichevsky and Trofimov 1981), but never crosses its neighbour. The points are
   * thinned to a few hundred at most; what that changes is far below the curve's own error.
   *
   * @throws IllegalArgumentException if no row has a score
   */
  public static Calibration isotonic(BinaryRows rows) {
    return new IsotonicFit(scored(rows)).calibration();
  }

  /**
   * A line in log odds, with Platt's (1999) targets, {@code (P + 1) / (P + 2)} and {@code 1 / (N + 2)}, by Newton's method
   * as Lin, Lin and Weng (2007) have it. Two numbers are learned: it is the better one for few rows. If the scores do not
   * rise with the outcome, it gives every row the same.
   *
   * @throws IllegalArgumentException if no row has a score, or scores are no probabilities
   */
  public static Calibration sigmoid(BinaryRows rows) {
    Ranking ranking = scored(rows);
    if (!ranking.isOfProbabilities()) {
      throw new IllegalArgumentException(
          "only probabilities are calibrated by their log odds; these scores are not between 0 and 1");
    }
    return new SigmoidFit(ranking).calibration();
  }

  private static Ranking scored(BinaryRows rows) {
    Ranking ranking = rows.ranking();
    if (!(ranking.total() > 0)) {
      throw new IllegalArgumentException(
          "nothing to calibrate with: none of %d rows has a score".formatted(rows.size()));
    }
    return ranking;
  }
}
