package dev.sluice.ml.evaluate;

/**
 * The area under the ROC curve and its interval by DeLong, DeLong and Clarke-Pearson (1988): the AUC is the mean of the
 * positives' placements among the negatives, and varies as these and the negatives' placements among the positives do.
 * The interval is made on the scale of log odds, as Qin and Hotilovac (2008) found better near 1.
 */
final class AreaUnderRoc {

  private final double positive;
  private final double negative;
  private final Mean ofPositives = new Mean();
  private final Mean ofNegatives = new Mean();
  private double positiveBelow;
  private double negativeBelow;

  private AreaUnderRoc(Ranking ranking) {
    this.positive = ranking.positive();
    this.negative = ranking.negative();
    ranking.ascending(this::group);
  }

  private void group(double score, double positives, double negatives) {
    ofPositives.add((negativeBelow + negatives / 2) / negative, positives);
    ofNegatives.add((positive - positiveBelow - positives / 2) / positive, negatives);
    positiveBelow += positives;
    negativeBelow += negatives;
  }

  /** Of rows of both outcomes. */
  static Estimate of(Ranking ranking) {
    AreaUnderRoc area = new AreaUnderRoc(ranking);
    double auc = Math.min(1, area.ofPositives.value());
    double error = Math.hypot(area.ofPositives.error(), area.ofNegatives.error());
    double pairs = Math.min(area.positive, area.negative);
    return new Estimate(auc, Interval.logit(auc, error, pairs), 0.5);
  }
}
