package dev.sluice.ml.evaluate;

/**
 * The average precision and its interval, by what each row has to do with it: the infinitesimal jackknife (Jaeckel 1972;
 * Efron 1982), on the scale of log odds as Boyd, Eng and Page (2013) advise. A bootstrap gives the same, a thousand sorts
 * later.
 *
 * <p>With {@code A} positives and {@code B} negatives from a score upwards, and {@code P} positives in all, it is
 * {@code AP = 1/P Σ A/(A+B)} over the positives. A positive more at a score adds its own precision less {@code AP}, and
 * lifts that of all positives below by {@code B/(A+B)²}; a negative more lowers those by {@code A/(A+B)²}; all by {@code P}.
 */
final class AveragePrecision {

  private final double positive;
  private double above;
  private double falseAbove;
  private double precisions;
  private double lifts;
  private double drops;
  private double variance;

  private AveragePrecision(Ranking ranking) {
    this.positive = ranking.positive();
    ranking.descending(this::sum);
    double average = precisions / positive;
    above = 0;
    falseAbove = 0;
    ranking.descending(
        (score, positives, negatives) -> vary(average, positives, negatives));
  }

  private void sum(double score, double positives, double negatives) {
    count(positives, negatives);
    precisions += positives * precision();
    lifts += positives * lift();
    drops += positives * drop();
  }

  private void vary(double average, double positives, double negatives) {
    count(positives, negatives);
    double byPositive = (precision() - average + lifts) / positive;
    double byNegative = drops / positive;
    variance += positives * byPositive * byPositive + negatives * byNegative * byNegative;
    lifts = Math.max(0, lifts - positives * lift());
    drops = Math.max(0, drops - positives * drop());
  }

  private void count(double positives, double negatives) {
    above += positives;
    falseAbove += negatives;
  }

  private double precision() {
    return above / (above + falseAbove);
  }

  private double lift() {
    return falseAbove / (above + falseAbove) / (above + falseAbove);
  }

  private double drop() {
    return above / (above + falseAbove) / (above + falseAbove);
  }

  /** Of rows of both outcomes. */
  static Estimate of(Ranking ranking) {
    AveragePrecision precision = new AveragePrecision(ranking);
    double value = Math.min(1, precision.precisions / precision.positive);
    double error =
        precision.positive > 1 ? Math.sqrt(precision.variance) : Double.POSITIVE_INFINITY;
    return new Estimate(
        value, Interval.logit(value, error, precision.positive), ranking.rate());
  }
}
