package dev.sluice.streaming.state;

import dev.sluice.spark.rows.Micros;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as Spark counts them: rows happen at microseconds, its clocks and timers have milliseconds. */
final class Moments {

  /** After all that can be. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long MICROS_IN_MILLI = 1_000;

  private Moments() {}

  static long micros(Instant moment) {
    return Micros.of(moment);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static long ofMillis(long millis) {
    return Math.multiplyExact(millis, MICROS_IN_MILLI);
  }

  /** The first millisecond that is not before this moment. */
  static long millisFrom(long micros) {
    return -Math.floorDiv(-micros, MICROS_IN_MILLI);
  }
}
