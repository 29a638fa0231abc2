package dev.sluice.ml.feature;

/**
 * Features, of which the last is a number. It is taken in standard deviations from its mean, and scored as far as
 * training has seen the like: from its least to its greatest value, and as far again to both sides.
 *
 * @param <T> the record
 */
public final class NumberFeature<T extends Record> extends Features<T> {

  NumberFeature(Features<T> features) {
    super(features);
  }

  /** Takes its logarithm first, {@code log(1 + x)}, for numbers such as prices, of which most are small. */
  public NumberFeature<T> log1p() {
    return new NumberFeature<>(withLast(number().withLog()));
  }

  /** Takes it as it is, for numbers that are alike already. */
  public NumberFeature<T> unscaled() {
    return new NumberFeature<>(withLast(number().asIs()));
  }

  /**
   * Rejects rows outside of this range, the ends included, in training and when scoring.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public NumberFeature<T> range(double low, double high) {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "a range goes from a number to one that is not less, not from %s to %s"
              .formatted(low, high));
    }
    return new NumberFeature<>(withLast(number().within(low, high)));
  }

  /** Scores any finite number, however far it is from what training has seen. */
  public NumberFeature<T> anyRange() {
    return new NumberFeature<>(withLast(number().inAnyRange()));
  }

  private Feature.Number number() {
    return (Feature.Number) last();
  }
}
