package dev.sluice.ml.evaluate;

/**
 * How much better a candidate is than the incumbent on the same rows. It says more than two figures side by side: what
 * makes a row hard makes it hard for both, and cancels out.
 *
 * @param measure of what, such as {@code log loss}
 * @param value how much better the candidate is; negative if it is worse
 * @param low the low end of its 95 % interval
 * @param high the high end
 * @param coverage the share of the rows that both have scored, 0 to 1
 */
public record Difference(Measure measure, double value, double low, double high, double coverage) {

  /** Whether the candidate is better for certain: all of the interval is above 0. */
  public boolean isBetter() {
    return low > 0;
  }

  /**
   * Whether the candidate is for certain not worse than by this: all of the interval is above it.
   *
   * @param margin how much worse it may be, in the measure's own unit, not negative
   */
  public boolean isNoWorseThan(double margin) {
    return low >= -margin;
  }

  /** In words, such as {@code "log loss: better by 0.0120 (0.0031 to 0.0209)"}. */
  public String text() {
    boolean better = value >= 0;
    return "%s: %s by %s (%s to %s)"
        .formatted(
            measure.text(),
            better ? "better" : "worse",
            Shown.number(Math.abs(value)),
            Shown.number(better ? low : -high),
            Shown.number(better ? high : -low));
  }
}
