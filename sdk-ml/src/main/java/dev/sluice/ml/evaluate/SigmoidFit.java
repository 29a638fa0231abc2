package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Calibration;

/** A line in log odds, of greatest likelihood: Newton's method with steps that are halved until they help. */
final class SigmoidFit {

  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 40;
  private static final double LEAST_SLOPE = 1e-6;

  /** Certainties are taken for this, for their log odds are infinite. */
  private static final double LEAST = 1e-12;

  private final Ranking ranking;
  private final double targetOfPositives;
  private final double targetOfNegatives;
  private double slope = 1;
  private double intercept;

  SigmoidFit(Ranking ranking) {
    this.ranking = ranking;
    this.targetOfPositives = (ranking.positive() + 1) / (ranking.positive() + 2);
    this.targetOfNegatives = 1 / (ranking.negative() + 2);
  }

  Calibration calibration() {
    if (ranking.hasBoth()) {
      Line here = new Line(slope, intercept);
      for (int i = 0; i < MOST_STEPS && !here.isFlat(); i++) {
        Line next = better(here);
        if (next == here) {
          break;
        }
        here = next;
      }
      slope = here.slope;
      intercept = here.intercept;
    }
    if (ranking.hasBoth() && slope > LEAST_SLOPE) {
      return new Calibration.Sigmoid(slope, intercept);
    }
    double same = (ranking.positive() + 1) / (ranking.total() + 2);
    return new Calibration.Points(new double[]{0.5}, new double[]{same});
  }

  private Line better(Line here) {
    double determinant = here.ss * here.ii - here.si * here.si;
    double slopeStep = (here.ii * here.s - here.si * here.i) / determinant;
    double interceptStep = (here.ss * here.i - here.si * here.s) / determinant;
    double part = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++, part /= 2) {
      Line next =
          new Line(here.slope - part * slopeStep, here.intercept - part * interceptStep);
      if (next.loss < here.loss) {
        return next;
      }
    }
    return here;
  }

  /** The loss of a line, its gradient and its curvature. */
  private final class Line {
    private final double slope;
    private final double intercept;
    private double loss;
    private double s;
    private double i;
    private double ss;
    private double si;
    private double ii;

    private Line(double slope, double intercept) {
      this.slope = slope;
      this.intercept = intercept;
      // A little ridge keeps the curvature away from singular where all scores are the same.
      this.ss = 1e-9;
      this.ii = 1e-9;
      ranking.ascending((score, positives, negatives) -> {
        double probability = Math.min(1 - LEAST, Math.max(LEAST, score));
        double logit = Math.log(probability / (1 - probability));
        add(logit, targetOfPositives, positives);
        add(logit, targetOfNegatives, negatives);
      });
    }

    private void add(double logit, double target, double rows) {
      double odds = slope * logit + intercept;
      // ln(1 + exp(odds)) without overflow.
      loss += rows * (Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - target * odds);
      double probability = Interval.logistic(odds);
      double off = rows * (probability - target);
      double curve = rows * probability * (1 - probability);
      s += off * logit;
      i += off;
      ss += curve * logit * logit;
      si += curve * logit;
      ii += curve;
    }

    private boolean isFlat() {
      return Math.abs(s) < 1e-9 * ranking.total() && Math.abs(i) < 1e-9 * ranking.total();
    }
  }
}
