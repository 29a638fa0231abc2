package dev.sluice.expr;

import java.time.temporal.ChronoUnit;

/** The names Spark has for units of time. */
final class TimeUnits {

  private TimeUnits() {}

  static String name(ChronoUnit unit) {
    return switch (unit) {
      case SECONDS -> "SECOND";
      case MINUTES -> "MINUTE";
      case HOURS -> "HOUR";
      case DAYS -> "DAY";
      case WEEKS -> "WEEK";
      case MONTHS -> "MONTH";
      case YEARS -> "YEAR";
      default -> throw new IllegalArgumentException("cannot cut off a time to " + unit);
    };
  }
}
