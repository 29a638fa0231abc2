package dev.sluice.ml.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * Two models on the same rows, row by row. Rows that one of them could not score are left out, and missing in the
 * coverage.
 *
 * <pre>{@code
 * boolean promote = Comparison.logLoss(today, candidate).filter(d -> d.isNoWorseThan(0.001)).isPresent();
 * }</pre>
 */
public final class Comparison {

  private Comparison() {}

  /**
   * The differences of what rows of their kind are compared by: AUC and log loss of scores, log loss and accuracy of
   * labels, the mean absolute error of numbers.
   *
   * @throws IllegalArgumentException if these are not the same rows, or not of one kind
   */
  public static List<Difference> of(EvaluatedRows incumbent, EvaluatedRows candidate) {
    if (incumbent instanceof BinaryRows today && candidate instanceof BinaryRows tomorrow) {
      return of(today, tomorrow);
    } else if (incumbent instanceof LabelRows today && candidate instanceof LabelRows tomorrow) {
      return of(today, tomorrow);
    } else if (incumbent instanceof NumberRows today
        && candidate instanceof NumberRows tomorrow) {
      return of(today, tomorrow);
    }
    throw new IllegalArgumentException(
        "these cannot be compared: %s, and %s".formatted(incumbent, candidate));
  }

  /** The differences of AUC and log loss, as far as they can be told. */
  public static List<Difference> of(BinaryRows incumbent, BinaryRows candidate) {
    return Stream.of(auc(incumbent, candidate), logLoss(incumbent, candidate))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * How much higher the candidate's AUC is, with the interval of DeLong, DeLong and Clarke-Pearson (1988) for two curves
   * of the same rows. None if only one outcome is there, or if one side has fewer than two rows.
   *
   * @throws IllegalArgumentException if these are not the same rows
   */
  public static Optional<Difference> auc(BinaryRows incumbent, BinaryRows candidate) {
    IntPredicate both = same(incumbent, candidate);
    Placements[] incumbents = placements(incumbent, both);
    Placements[] candidates = placements(candidate, both);
    Mean ofPositives = new Mean();
    Mean ofNegatives = new Mean();
    double all = 0;
    for (int i = 0; i < incumbent.size(); i++) {
      double weight = incumbent.weight(i);
      all += weight;
      if (both.test(i) && weight > 0) {
        boolean positive = incumbent.happened(i);
        int other = positive ? 0 : 1;
        double change =
            candidates[other].below(candidate.score(i))
                - incumbents[other].below(incumbent.score(i));
        (positive ? ofPositives : ofNegatives).add(positive ? change : -change, weight);
      }
    }
    double compared = ofPositives.weight() + ofNegatives.weight();
    double error = Math.hypot(ofPositives.error(), ofNegatives.error());
    return Double.isFinite(error)
        ? Optional.of(difference(Measure.AUC, ofPositives.value(), error, compared / all))
        : Optional.empty();
  }

  /** Of the rows of which it did not happen, and of those of which it did. */
  private static Placements[] placements(BinaryRows rows, IntPredicate chosen) {
    return new Placements[]{side(rows, chosen, false), side(rows, chosen, true)};
  }

  private static Placements side(BinaryRows rows, IntPredicate chosen, boolean happened) {
    int size = 0;
    for (int i = 0; i < rows.size(); i++) {
      size += rows.happened(i) == happened && chosen.test(i) ? 1 : 0;
    }
    double[] scores = new double[size];
    double[] weights = rows.weights() == null ? null : new double[size];
    int next = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.happened(i) == happened && chosen.test(i)) {
        scores[next] = rows.score(i);
        if (weights != null) {
          weights[next] = rows.weight(i);
        }
        next++;
      }
    }
    return new Placements(scores, weights);
  }

  /**
   * How much lower the candidate's log loss is, with the interval of the mean of the rows' differences. None if there are
   * fewer than two rows, or if scores are no probabilities.
   *
   * @throws IllegalArgumentException if these are not the same rows
   */
  public static Optional<Difference> logLoss(BinaryRows incumbent, BinaryRows candidate) {
    IntPredicate both = same(incumbent, candidate);
    for (int i = 0; i < incumbent.size(); i++) {
      if (both.test(i)
          && !(isProbability(incumbent.score(i)) && isProbability(candidate.score(i)))) {
        return Optional.empty();
      }
    }
    return meanOf(
        Measure.LOG_LOSS,
        incumbent.size(),
        both,
        incumbent::weight,
        i -> ProbabilityLoss.LOGARITHMIC.of(incumbent.score(i), incumbent.happened(i))
            - ProbabilityLoss.LOGARITHMIC.of(candidate.score(i), candidate.happened(i)));
  }

  /**
   * How much lower the candidate's log loss is and how much higher its accuracy, with the intervals of means.
   *
   * @throws IllegalArgumentException if these are not the same rows
   */
  public static List<Difference> of(LabelRows incumbent, LabelRows candidate) {
    Given.sameLength(incumbent.size(), candidate.size(), "rows of the candidate");
    same(incumbent.labels().equals(candidate.labels()), "labels");
    for (int i = 0; i < incumbent.size(); i++) {
      same(incumbent.happened(i) == candidate.happened(i), "outcomes");
      same(incumbent.weight(i) == candidate.weight(i), "weights");
    }
    IntPredicate both = i -> incumbent.isScored(i) && candidate.isScored(i);
    List<Difference> differences = new ArrayList<>();
    meanOf(
        Measure.LOG_LOSS,
        incumbent.size(),
        both,
        incumbent::weight,
        i -> incumbent.loss(i) - candidate.loss(i))
        .ifPresent(differences::add);
    meanOf(
        Measure.ACCURACY,
        incumbent.size(),
        both,
        incumbent::weight,
        i -> right(candidate, i) - right(incumbent, i))
        .ifPresent(differences::add);
    return differences;
  }

  private static double right(LabelRows rows, int row) {
    return rows.happened(row) == rows.predicted(row) ? 1 : 0;
  }

  /**
   * How much lower the candidate's mean absolute error is, with the interval of a mean.
   *
   * @throws IllegalArgumentException if these are not the same rows
   */
  public static List<Difference> of(NumberRows incumbent, NumberRows candidate) {
    Given.sameLength(incumbent.size(), candidate.size(), "rows of the candidate");
    for (int i = 0; i < incumbent.size(); i++) {
      same(incumbent.happened(i) == candidate.happened(i), "outcomes");
      same(incumbent.weight(i) == candidate.weight(i), "weights");
    }
    return meanOf(
        Measure.MAE,
        incumbent.size(),
        i -> incumbent.isScored(i) && candidate.isScored(i),
        incumbent::weight,
        i -> Math.abs(incumbent.error(i)) - Math.abs(candidate.error(i)))
        .stream()
        .toList();
  }

  private static Optional<Difference> meanOf(
      Measure measure,
      int rows,
      IntPredicate both,
      IntToDoubleFunction weight,
      IntToDoubleFunction gain) {
    Mean mean = new Mean();
    double all = 0;
    for (int i = 0; i < rows; i++) {
      all += weight.applyAsDouble(i);
      if (both.test(i)) {
        mean.add(gain.applyAsDouble(i), weight.applyAsDouble(i));
      }
    }
    return Double.isFinite(mean.error())
        ? Optional.of(difference(measure, mean.value(), mean.error(), mean.weight() / all))
        : Optional.empty();
  }

  private static Difference difference(
      Measure measure, double value, double error, double coverage) {
    Interval interval = Interval.normal(value, error);
    return new Difference(
        measure, value, interval.low(), interval.high(), Math.min(1, coverage));
  }

  private static IntPredicate same(BinaryRows incumbent, BinaryRows candidate) {
    Given.sameLength(incumbent.size(), candidate.size(), "rows of the candidate");
    for (int i = 0; i < incumbent.size(); i++) {
      same(incumbent.happened(i) == candidate.happened(i), "outcomes");
      same(incumbent.weight(i) == candidate.weight(i), "weights");
    }
    return i -> !Double.isNaN(incumbent.score(i)) && !Double.isNaN(candidate.score(i));
  }

  private static void same(boolean same, String what) {
    if (!same) {
      throw new IllegalArgumentException(
          "two models are compared on the same rows in the same order, and here the %s differ"
              .formatted(what));
    }
  }

  private static boolean isProbability(double score) {
    return score >= 0 && score <= 1;
  }
}
