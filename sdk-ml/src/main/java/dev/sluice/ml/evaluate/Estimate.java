package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;

/** A figure on its way: its value, where it lies with 95 %, and what one gets without a model. */
record Estimate(double value, Interval interval, double baseline) {

  /** Whether all of it can be told; numbers near the end of their range cannot be squared. */
  boolean isFinite() {
    return Double.isFinite(value)
        && Double.isFinite(interval.low())
        && Double.isFinite(interval.high())
        && Double.isFinite(baseline);
  }

  Card.Figure figure(String name, String of, double coverage) {
    return new Card.Figure(
        name, of, value, interval.low(), interval.high(), baseline, coverage);
  }
}
