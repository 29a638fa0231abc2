package dev.sluice.ml.evaluate;

import java.util.Optional;

/** What becomes of the rows if a score from a threshold on says that it happens; the intervals are Wilson's. */
final class AtThreshold {

  private final double positive;
  private final double total;
  private double right;
  private double wrong;

  AtThreshold(Ranking ranking, double threshold) {
    this.positive = ranking.positive();
    this.total = ranking.total();
    ranking.ascending((score, positives, negatives) -> {
      if (score >= threshold) {
        right += positives;
        wrong += negatives;
      }
    });
  }

  /** Against saying what most rows are. */
  Estimate accuracy() {
    double share = (right + total - positive - wrong) / total;
    double rate = positive / total;
    return new Estimate(share, Interval.wilson(share, total), Math.max(rate, 1 - rate));
  }

  /** Against the share that happens anyway; nothing if no row reaches the threshold. */
  Optional<Estimate> precision() {
    double said = right + wrong;
    return said == 0
        ? Optional.empty()
        : Optional.of(
            new Estimate(
                right / said, Interval.wilson(right / said, said), positive / total));
  }

  /** Against choosing as many rows blindly; nothing if it never happened. */
  Optional<Estimate> recall() {
    return positive == 0
        ? Optional.empty()
        : Optional.of(
            new Estimate(
                right / positive,
                Interval.wilson(right / positive, positive),
                (right + wrong) / total));
  }
}
