package dev.sluice.spark.bridge;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.spark.sql.catalyst.util.DateFormatter;
import org.apache.spark.sql.catalyst.util.LegacyDateFormats;
import org.apache.spark.sql.catalyst.util.TimestampFormatter;

/**
 * Dates and times in one of Spark's datetime patterns: the bridge to Spark's own parsers, so that a
 * pattern means the same as in Spark. A text that does not match gives {@link
 * IllegalArgumentException} or {@link java.time.DateTimeException}.
 */
public final class TimePattern {

  private final DateFormatter dates;
  private final TimestampFormatter timestamps;

  private TimePattern(DateFormatter dates, TimestampFormatter timestamps) {
    this.dates = dates;
    this.timestamps = timestamps;
  }

  /**
   * A pattern of dates.
   *
   * @param pattern the pattern
   * @param locale the language of names of months and days
   * @return the pattern, made ready
   */
  public static TimePattern ofDates(String pattern, Locale locale) {
    return new TimePattern(
        DateFormatter.apply(pattern, locale, LegacyDateFormats.FAST_DATE_FORMAT(), true), null);
  }

  /**
   * A pattern of timestamps.
   *
   * @param pattern the pattern
   * @param zone the zone of those that name none
   * @param locale the language of names of months and days
   * @return the pattern, made ready
   */
  public static TimePattern ofTimestamps(String pattern, ZoneId zone, Locale locale) {
    return new TimePattern(
        null,
        TimestampFormatter.apply(
            pattern, zone, locale, LegacyDateFormats.FAST_DATE_FORMAT(), true));
  }

  /**
   * A date.
   *
   * @param text the text
   * @return the date
   */
  public LocalDate date(String text) {
    return LocalDate.ofEpochDay(dates.parse(text));
  }

  /**
   * A moment.
   *
   * @param text the text
   * @return the moment
   */
  public Instant timestamp(String text) {
    try {
      return Instant.EPOCH.plus(timestamps.parse(text), ChronoUnit.MICROS);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * A date and time without a zone.
   *
   * @param text the text
   * @return the date and time
   */
  public LocalDateTime local(String text) {
    try {
      Instant inUtc =
          Instant.EPOCH.plus(timestamps.parseWithoutTimeZone(text, false), ChronoUnit.MICROS);
      return LocalDateTime.ofInstant(inUtc, ZoneOffset.UTC);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
