package dev.sluice.testkit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * How far two values may be apart and still count as the same.
 *
 * @param absolute the greatest difference of numbers
 * @param relative the greatest difference as a part of the expected number
 * @param time the greatest difference of times
 */
record Tolerance(BigDecimal absolute, BigDecimal relative, Duration time) {

  static Tolerance absolute(double difference) {
    return new Tolerance(positive(difference), BigDecimal.ZERO, Duration.ZERO);
  }

  static Tolerance relative(double part) {
    return new Tolerance(BigDecimal.ZERO, positive(part), Duration.ZERO);
  }

  static Tolerance time(Duration difference) {
    if (difference.isNegative()) {
      throw new IllegalArgumentException("a tolerance is not negative: " + difference);
    }
    return new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO, difference);
  }

  private static BigDecimal positive(double number) {
    if (!Double.isFinite(number) || number < 0) {
      throw new IllegalArgumentException("a tolerance is a number from 0 on, not " + number);
    }
    return BigDecimal.valueOf(number);
  }

  /**
   * Whether it says something about such a value; NaN and infinity are only equal to themselves.
   */
  boolean appliesTo(Object value) {
    if (value instanceof Number number) {
      return isForNumbers() && Double.isFinite(number.doubleValue());
    }
    return !isForNumbers()
        && (value instanceof Instant
            || value instanceof LocalDateTime
            || value instanceof Duration);
  }

  private boolean isForNumbers() {
    return time.isZero();
  }

  /** Whether two values it applies to are near enough. */
  boolean near(Object expected, Object actual) {
    if (expected instanceof Number a && actual instanceof Number b) {
      BigDecimal from = decimal(a);
      BigDecimal difference = from.subtract(decimal(b)).abs();
      return difference.compareTo(absolute.max(relative.multiply(from.abs()))) <= 0;
    }
    return length(expected).minus(length(actual)).abs().compareTo(time) <= 0;
  }

  /** A number, or a time in seconds, to look for near ones; not exact. */
  static double place(Object value) {
    if (value instanceof Number number) {
      return value instanceof Float ? Double.parseDouble(value.toString()) : number.doubleValue();
    }
    Duration length = length(value);
    return length.getSeconds() + length.getNano() / 1e9;
  }

  /** How far from its place a value can be that is near this one; rather too far than not. */
  double reach(Object expected) {
    double place = Math.abs(place(expected));
    double tolerance =
        isForNumbers()
            ? Math.max(absolute.doubleValue(), relative.doubleValue() * place)
            : time.getSeconds() + time.getNano() / 1e9;
    return tolerance + (tolerance + place) * 1e-14;
  }

  /** As one writes the number: 1.01 is within 0.01 of 1.00, which in binary it is not. */
  private static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
  }

  private static Duration length(Object time) {
    if (time instanceof Duration duration) {
      return duration;
    }
    Instant instant =
        time instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : (Instant) time;
    return Duration.between(Instant.EPOCH, instant);
  }
}
