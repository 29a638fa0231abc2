package dev.sluice.ml.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How well one feature alone tells what happened: the AUC of its values. What a single column knows nearly for certain
 * it has mostly been told, by a column that is filled in after the fact or by a key that follows the outcome.
 *
 * <pre>{@code
 * OptionalDouble auc = LoneFeature.ofNumbers(prices, clicked);
 * Optional<String> warning = Doubts.ofLoneFeature("price", auc.orElse(0.5));
 * }</pre>
 */
public final class LoneFeature {

  private LoneFeature() {}

  /**
   * Of a number, in the direction and with NULLs on the side that tell more.
   *
   * @param values NaN stands for NULL
   * @param outcomes whether it happened
   * @return at least 0.5; none if only one outcome is there
   * @throws IllegalArgumentException if the lengths differ
   */
  public static OptionalDouble ofNumbers(double[] values, boolean[] outcomes) {
    Given.sameLength(values.length, outcomes.length, "outcomes");
    boolean hasNulls = Arrays.stream(values).anyMatch(Double::isNaN);
    return hasNulls
        ? greater(
            auc(filled(values, Double.NEGATIVE_INFINITY), outcomes),
            auc(filled(values, Double.POSITIVE_INFINITY), outcomes))
        : auc(values, outcomes);
  }

  /**
   * Of levels. How often it happens with a level is learned on one half of the rows and held against the other, and the
   * other way round: a level that is there once tells nothing of other rows.
   *
   * @param levels the position of each row's level, -1 for NULL
   * @param outcomes whether it happened
   * @return at least 0.5; none if only one outcome is there
   * @throws IllegalArgumentException if the lengths differ
   */
  public static OptionalDouble ofLevels(int[] levels, boolean[] outcomes) {
    Given.sameLength(levels.length, outcomes.length, "outcomes");
    int size = Arrays.stream(levels).max().orElse(-1) + 2;
    double[][] rows = new double[2][size];
    double[][] positives = new double[2][size];
    double[] all = new double[2];
    double[] happened = new double[2];
    for (int i = 0; i < levels.length; i++) {
      int half = half(i);
      rows[half][levels[i] + 1]++;
      all[half]++;
      if (outcomes[i]) {
        positives[half][levels[i] + 1]++;
        happened[half]++;
      }
    }
    double[] scores = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      int other = 1 - half(i);
      int level = levels[i] + 1;
      double rate = (happened[other] + 0.5) / (all[other] + 1);
      scores[i] = (positives[other][level] + rate) / (rows[other][level] + 1);
    }
    return auc(scores, outcomes);
  }

  /**
   * Of levels, by their names.
   *
   * @param values null stands for NULL
   * @param outcomes whether it happened
   * @return at least 0.5; none if only one outcome is there
   * @throws IllegalArgumentException if the lengths differ
   */
  public static OptionalDouble ofLevels(List<String> values, boolean[] outcomes) {
    Watched watched = Watched.of("feature", values);
    return ofLevels(IntStream.range(0, watched.rows()).map(watched::level).toArray(), outcomes);
  }

  /** Which half a row is in: by a mixed number, for rows may come in turns. */
  private static int half(int row) {
    int mixed = row * 0x9E3779B9;
    mixed ^= mixed >>> 15;
    mixed *= 0x85EBCA6B;
    return mixed >>> 31;
  }

  private static double[] filled(double[] values, double nulls) {
    return Arrays.stream(values).map(value -> Double.isNaN(value) ? nulls : value).toArray();
  }

  private static OptionalDouble auc(double[] scores, boolean[] outcomes) {
    Ranking ranking = Ranking.of(scores, outcomes, null);
    if (!ranking.hasBoth()) {
      return OptionalDouble.empty();
    }
    double auc = AreaUnderRoc.of(ranking).value();
    return OptionalDouble.of(Math.max(auc, 1 - auc));
  }

  private static OptionalDouble greater(OptionalDouble a, OptionalDouble b) {
    return a.orElse(0) >= b.orElse(0) ? a : b;
  }
}
