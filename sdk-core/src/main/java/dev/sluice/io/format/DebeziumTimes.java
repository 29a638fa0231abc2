package dev.sluice.io.format;

import dev.sluice.spark.rows.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Dates and times of Debezium's numbers and texts. All methods fail with an exception of Java's own
 * parsers, or give null, where there is none: also of what stands for an infinite one.
 */
final class DebeziumTimes {

  /**
   * What PostgreSQL's driver makes of an infinite time. Debezium takes it for microseconds, or, as it
   * is milliseconds, for more of them than 64 bits can hold. No column has a time between the two.
   */
  private static final long INFINITE_PAST = -9_223_372_036_832_400_000L;

  private static final long INFINITE_FUTURE = 9_223_372_036_825_200_000L;

  /**
   * The first and the last day of PostgreSQL, 24 November 4714 BC and 31 December 5874897, which has
   * more of them than other databases. An infinite date is told as a day outside, and which one
   * depends on Debezium's version, and on whether it is told of the log or of the table.
   */
  private static final long FIRST_DAY = -2_440_588;

  private static final long LAST_DAY = 2_145_042_905;

  private DebeziumTimes() {}

  /** The date of a number of days since 1970. */
  static LocalDate days(String number, ChronoUnit days) {
    return dayOf(Integer.parseInt(number));
  }

  /** The moment of a number since 1970. */
  static Instant moment(String number, ChronoUnit unit) {
    return Instant.EPOCH.plus(micros(number, unit), ChronoUnit.MICROS);
  }

  /** The same as it is in UTC. */
  static LocalDateTime local(String number, ChronoUnit unit) {
    return LocalDateTime.ofInstant(moment(number, unit), ZoneOffset.UTC);
  }

  static Duration duration(String number, ChronoUnit unit) {
    return Duration.of(micros(number, unit), ChronoUnit.MICROS);
  }

  /** Nothing is rounded: what has no whole number of microseconds is no value. */
  private static long micros(String text, ChronoUnit unit) {
    long number = Long.parseLong(text);
    return finite(switch (unit) {
      case MILLIS -> Math.multiplyExact(number, 1_000L);
      case MICROS -> number;
      default -> {
        if (number % 1_000 != 0) {
          throw new ArithmeticException("nanoseconds");
        }
        yield number / 1_000;
      }
    });
  }

  /** Debezium's ISO texts of dates and of times without zone end with a Z, which says nothing. */
  static LocalDate date(String text, TimeText times) {
    return dayOf(times.date(withoutZ(text)).toEpochDay());
  }

  static LocalDateTime local(String text, TimeText times) {
    LocalDateTime local = times.local(withoutZ(text));
    if (local != null) {
      finite(Micros.of(local.toInstant(ZoneOffset.UTC)));
    }
    return local;
  }

  /** A text without a zone would be another moment in each session. */
  static Instant moment(String text) {
    Instant moment = OffsetDateTime.parse(text).toInstant();
    finite(Micros.of(moment));
    return moment;
  }

  private static LocalDate dayOf(long days) {
    if (days < FIRST_DAY || days > LAST_DAY) {
      throw new ArithmeticException("infinite");
    }
    return LocalDate.ofEpochDay(days);
  }

  private static String withoutZ(String text) {
    return text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
  }

  private static long finite(long micros) {
    if (micros <= INFINITE_PAST || micros >= INFINITE_FUTURE) {
      throw new ArithmeticException("infinite");
    }
    return micros;
  }
}
