package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How good scores are that say how likely something is. The rows are sorted once; each figure then takes time in
 * proportion to the rows, and no memory. What each figure is, {@link Measure} says. There is no figure where nothing can
 * be told: of fewer than two rows, of one outcome alone (AUC, average precision, lift), of scores that are no
 * probabilities (log loss, Brier score, calibration).
 *
 * <pre>{@code
 * BinaryMeasures test = BinaryMeasures.of(BinaryRows.of(scores, outcomes), "test");
 * Card card = Card.EMPTY
 *     .withFigures(test.all(0.5)).withBins(test.bins(10)).withGain(test.gain(50));
 * }</pre>
 */
public final class BinaryMeasures {

  /** How many bins a calibration table usually has. */
  static final int BINS = 10;

  /** How many steps a curve of gains usually has. */
  static final int STEPS = 50;

  private final Ranking ranking;
  private final double coverage;
  private final String of;

  private BinaryMeasures(Ranking ranking, double coverage, String of) {
    this.ranking = ranking;
    this.coverage = coverage;
    this.of = of;
  }

  /**
   * Of these rows.
   *
   * @param of what they are called in figures, such as {@code test}
   */
  public static BinaryMeasures of(BinaryRows rows, String of) {
    return new BinaryMeasures(rows.ranking(), rows.coverage(), of);
  }

  /** Whether there are rows of both outcomes; if not, nothing is known of the order of the scores. */
  public boolean hasBothOutcomes() {
    return ranking.hasBoth();
  }

  /**
   * The area under the ROC curve, exact; the baseline is 0.5. The interval is that of DeLong, DeLong and Clarke-Pearson
   * (1988), on the scale of log odds.
   */
  public Optional<Card.Figure> auc() {
    return figure(Measure.AUC.text(), ranking.hasBoth(), () -> AreaUnderRoc.of(ranking));
  }

  /**
   * The average precision; the baseline is the share of what happened. The interval is by what each row has to do with it
   * (the infinitesimal jackknife), on the scale of log odds.
   */
  public Optional<Card.Figure> averagePrecision() {
    return figure(
        Measure.AVERAGE_PRECISION.text(),
        ranking.hasBoth(),
        () -> AveragePrecision.of(ranking));
  }

  /** The log loss, with the interval of a mean; the baseline is that of the base rate, said to every row. */
  public Optional<Card.Figure> logLoss() {
    return ofProbabilities(
        Measure.LOG_LOSS, () -> ProbabilityLoss.LOGARITHMIC.of(ranking));
  }

  /** The Brier score, with the interval of a mean; the baseline is that of the base rate, said to every row. */
  public Optional<Card.Figure> brierScore() {
    return ofProbabilities(Measure.BRIER_SCORE, () -> ProbabilityLoss.SQUARED.of(ranking));
  }

  /**
   * The expected calibration error over ten bins; the baseline is what chance alone makes of a perfectly calibrated
   * model on so many rows. The low end of the interval has that part taken off: if it is above 0, the model is not
   * calibrated.
   */
  public Optional<Card.Figure> calibrationError() {
    return ofProbabilities(
        Measure.CALIBRATION_ERROR, () -> new CalibrationTable(ranking, BINS).error());
  }

  /**
   * The lift of the tenth of the rows with the highest scores; the baseline is 1. Of at least ten rows. The interval is
   * normal, by what each row has to do with it (the infinitesimal jackknife).
   */
  public Optional<Card.Figure> topDecileLift() {
    return figure(
        Measure.TOP_DECILE_LIFT.text(),
        ranking.hasBoth() && ranking.total() >= 10,
        () -> GainCurve.topDecile(ranking));
  }

  /**
   * The accuracy if a score of at least this says that it happens, with Wilson's (1927) interval; the baseline is the
   * larger outcome's share.
   */
  public Optional<Card.Figure> accuracy(double threshold) {
    return figure(
        Measure.ACCURACY.at(threshold),
        true,
        () -> new AtThreshold(ranking, threshold).accuracy());
  }

  /**
   * The precision of a score of at least this, with Wilson's (1927) interval; the baseline is the share of what happened.
   * None if no row reaches it.
   */
  public Optional<Card.Figure> precision(double threshold) {
    return isTooLittle()
        ? Optional.empty()
        : new AtThreshold(ranking, threshold)
            .precision()
            .map(estimate -> estimate.figure(Measure.PRECISION.at(threshold), of, coverage));
  }

  /**
   * The recall of a score of at least this, with Wilson's (1927) interval; the baseline is the share of the rows that reach
   * it.
   */
  public Optional<Card.Figure> recall(double threshold) {
    return isTooLittle()
        ? Optional.empty()
        : new AtThreshold(ranking, threshold)
            .recall()
            .map(estimate -> estimate.figure(Measure.RECALL.at(threshold), of, coverage));
  }

  /** All figures that do not depend on a threshold, as far as they can be told. */
  public List<Card.Figure> all() {
    return Stream.of(
        auc(),
        averagePrecision(),
        logLoss(),
        brierScore(),
        calibrationError(),
        topDecileLift())
        .flatMap(Optional::stream)
        .toList();
  }

  /** All figures, as far as they can be told. */
  public List<Card.Figure> all(double threshold) {
    return Stream.concat(
        all().stream(),
        Stream.of(accuracy(threshold), precision(threshold), recall(threshold))
            .flatMap(Optional::stream))
        .toList();
  }

  /**
   * The calibration table: bins of about equally many rows. None if the scores are no probabilities.
   *
   * @param most how many bins; there are fewer if there are fewer different scores
   */
  public List<Card.Bin> bins(int most) {
    return ranking.total() == 0 || !ranking.isOfProbabilities()
        ? List.of()
        : new CalibrationTable(ranking, most).bins();
  }

  /**
   * The curve of gains; none if it never happened.
   *
   * @param steps how many steps from none of the rows to all
   */
  public List<Card.Gain> gain(int steps) {
    return ranking.hasBoth() ? GainCurve.points(ranking, steps) : List.of();
  }

  private Optional<Card.Figure> ofProbabilities(
      Measure measure, Supplier<Estimate> estimate) {
    return figure(measure.text(), ranking.isOfProbabilities(), estimate);
  }

  private Optional<Card.Figure> figure(
      String name, boolean canBeTold, Supplier<Estimate> estimate) {
    return isTooLittle() || !canBeTold
        ? Optional.empty()
        : Optional.of(estimate.get().figure(name, of, coverage));
  }

  private boolean isTooLittle() {
    return ranking.total() < 2;
  }
}
