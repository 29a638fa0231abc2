package dev.sluice.streaming.run;

import java.time.Duration;

/**
 * Whether a stream that failed is started again, and when it is given up. It goes on where it was:
 * the epoch that failed is tried again. A failure that lasts, such as a column that is gone, uses up
 * the number in short time, and the stream ends with its cause.
 *
 * <pre>{@code
 * Streaming.of(p).restarts(Restarts.atMost(5).within(Duration.ofMinutes(10)))
 * }</pre>
 *
 * @param most how many times
 * @param within in which time; what lies further back does not count
 * @param firstPause how long to wait before the first; each further pause is twice as long
 * @param longestPause the longest of the pauses
 */
public record Restarts(int most, Duration within, Duration firstPause, Duration longestPause) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative, or the first pause is longer than the longest
   */
  public Restarts {
    if (most < 0 || within.isNegative() || firstPause.isNegative()) {
      throw new IllegalArgumentException("restarts, times and pauses cannot be negative");
    }
    if (firstPause.compareTo(longestPause) > 0) {
      throw new IllegalArgumentException(
          "the first pause, %s, is longer than the longest, %s".formatted(firstPause,
              longestPause));
    }
  }

  /** Never: the first failure ends the stream. */
  public static Restarts none() {
    return atMost(0);
  }

  /** So many times within an hour, after one second at first and a minute at most. */
  public static Restarts atMost(int times) {
    return new Restarts(times, Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  /** The same number within another time. */
  public Restarts within(Duration time) {
    return new Restarts(most, time, firstPause, longestPause);
  }

  /** The same after other pauses. */
  public Restarts pausing(Duration first, Duration longest) {
    return new Restarts(most, within, first, longest);
  }
}
