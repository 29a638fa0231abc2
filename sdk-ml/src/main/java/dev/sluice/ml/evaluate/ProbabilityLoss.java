package dev.sluice.ml.evaluate;

/** What wrong probabilities cost, on average over the rows; its interval is that of a mean. */
enum ProbabilityLoss {
  /** The logarithm of the probability of what happened, negative. */
  LOGARITHMIC(Double.POSITIVE_INFINITY) {
    @Override
    double of(double probability, boolean happened) {
      return -Math.log(Math.max(LEAST, happened ? probability : 1 - probability));
    }
  },
  /** The squared distance. */
  SQUARED(1) {
    @Override
    double of(double probability, boolean happened) {
      double distance = probability - (happened ? 1 : 0);
      return distance * distance;
    }
  };

  /** A certainty that was wrong costs much, but not infinitely so. */
  static final double LEAST = 1e-15;

  private final double most;

  ProbabilityLoss(double most) {
    this.most = most;
  }

  abstract double of(double probability, boolean happened);

  /** Of all rows, against saying the share of what happened to every row. */
  Estimate of(Ranking ranking) {
    Mean loss = new Mean();
    ranking.ascending((score, positives, negatives) -> {
      loss.add(of(score, true), positives);
      loss.add(of(score, false), negatives);
    });
    double rate = ranking.rate();
    double baseline = rate * of(rate, true) + (1 - rate) * of(rate, false);
    return new Estimate(
        loss.value(), Interval.normal(loss.value(), loss.error()).within(0, most), baseline);
  }
}
