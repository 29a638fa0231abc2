package dev.sluice.streaming.run;

import java.time.Duration;

/** When a stream looks for new rows. */
public sealed interface Trigger {

  /**
   * An epoch begins this long after the one before has begun, or at once if that took longer; none
   * begins while there is nothing new.
   *
   * @param interval zero for as soon as there is something
   */
  record Every(Duration interval) implements Trigger {

    /**
     * Checks the interval.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Every {
      if (interval.isNegative()) {
        throw new IllegalArgumentException("an interval cannot be negative: " + interval);
      }
    }
  }

  /** What is there when the stream starts is taken, in as many epochs as the limits of the sources need; then it ends. */
  record AvailableNow() implements Trigger {}

  /** Epochs in an interval. */
  static Trigger every(Duration interval) {
    return new Every(interval);
  }

  /** What is there now, and no more. */
  static Trigger availableNow() {
    return new AvailableNow();
  }
}
