package dev.sluice.spark.rows;

import java.time.Duration;
import java.time.Instant;

/**
 * Moments and lengths of time as columns hold them: whole microseconds, since 1970 or as such, in 64
 * bits. {@code ChronoUnit.MICROS.between} counts nanoseconds on the way, which are too many for 64
 * bits before 1677 and after 2262.
 */
public final class Micros {

  private static final long OF_A_SECOND = 1_000_000;
  private static final int NANOS = 1_000;

  private Micros() {}

  /**
   * The last microsecond that is not after a moment, since 1970: {@code
   * Micros.of(Instant.parse("9999-12-31T23:59:59Z"))} is 253402300799000000.
   *
   * @throws ArithmeticException if they are too many for a column
   */
  public static long of(Instant moment) {
    return of(moment.getEpochSecond(), moment.getNano());
  }

  /**
   * The most whole microseconds that are not longer than a length of time.
   *
   * @throws ArithmeticException if they are too many for a column
   */
  public static long of(Duration length) {
    return of(length.getSeconds(), length.getNano());
  }

  private static long of(long seconds, int nanos) {
    // counted from the end that is nearer to 0, which alone need not overflow
    long nearer = seconds < 0 ? seconds + 1 : seconds;
    long rest = nanos / NANOS - (seconds < 0 ? OF_A_SECOND : 0);
    return Math.addExact(Math.multiplyExact(nearer, OF_A_SECOND), rest);
  }
}
