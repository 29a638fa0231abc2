package dev.sluice.expr;

import dev.sluice.plan.Fn;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Arithmetic between points in time and lengths of time, in microseconds.
 *
 * <p>Spark's own goes by the session's calendar: a day added across a change to or from daylight
 * saving time has 23 or 25 hours, and the time between two points is that between what clocks on
 * the wall showed. A point in time knows no zone, and a {@link Duration} of a day is 24 hours.
 */
final class ElapsedTime {

  static final Fn PLUS =
      Fn.scalar("+", a -> point(functions.unix_micros(a.get(0)).plus(micros(a.get(1)))));
  static final Fn MINUS =
      Fn.scalar("-", a -> point(functions.unix_micros(a.get(0)).minus(micros(a.get(1)))));
  static final Fn BETWEEN =
      Fn.scalar(
          "-", a -> length(functions.unix_micros(a.get(0)).minus(functions.unix_micros(a.get(1)))));

  private static final int HOURS_OF_A_DAY = 24;
  private static final int MINUTES_OF_AN_HOUR = 60;
  private static final long MICROS_OF_A_MINUTE = 60_000_000L;
  private static final long MICROS_OF_A_SECOND = 1_000_000L;

  private ElapsedTime() {}

  /** A point in time that many microseconds after 1970-01-01T00:00Z. */
  static Column point(Column micros) {
    return functions.timestamp_micros(micros);
  }

  private static Column length(Column micros) {
    return functions.lit(Duration.of(1, ChronoUnit.MICROS)).multiply(micros);
  }

  /** All microseconds of a length of time. */
  static Column micros(Column duration) {
    Column hours =
        part(duration, "DAY").cast("long").multiply(HOURS_OF_A_DAY).plus(part(duration, "HOUR"));
    Column minutes = hours.multiply(MINUTES_OF_AN_HOUR).plus(part(duration, "MINUTE"));
    Column ofSeconds =
        part(duration, "SECOND").multiply(functions.lit(MICROS_OF_A_SECOND)).cast("long");
    return minutes.multiply(functions.lit(MICROS_OF_A_MINUTE)).plus(ofSeconds);
  }

  private static Column part(Column duration, String unit) {
    return functions.extract(functions.lit(unit), duration);
  }
}
