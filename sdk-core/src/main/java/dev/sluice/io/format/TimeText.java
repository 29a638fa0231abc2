package dev.sluice.io.format;

import dev.sluice.spark.bridge.TimePattern;
import dev.sluice.spark.rows.Micros;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as texts: whole ones in ISO 8601, or what a pattern says. Half a date, a time
 * without a day and a mere number are none.
 *
 * @param zone the zone of a timestamp that names none
 * @param date the pattern of dates
 * @param timestamp the pattern of timestamps
 * @param local the pattern of timestamps without zone
 */
record TimeText(
    ZoneId zone,
    Optional<TimePattern> date,
    Optional<TimePattern> timestamp,
    Optional<TimePattern> local) {

  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "([+-]?\\d{4,6}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
              + " ?(Z|[+-].*|[A-Z].*)?)?");

  /** As Spark writes an interval of days to seconds. */
  private static final Pattern INTERVAL =
      Pattern.compile(
          "INTERVAL '(-?)(\\d+) (\\d\\d):(\\d\\d):(\\d\\d(?:\\.\\d{1,6})?)' DAY TO SECOND");

  boolean hasDatePattern() {
    return date.isPresent();
  }

  boolean hasTimestampPattern() {
    return timestamp.isPresent();
  }

  LocalDate date(String text) {
    if (date.isPresent()) {
      return inRange(date.get().date(text));
    }
    LocalDate usual = IsoTime.date(text);
    return usual != null ? usual : inRange(LocalDate.parse(text));
  }

  Instant timestamp(String text) {
    if (timestamp.isPresent()) {
      return timestamp.get().timestamp(text);
    }
    boolean isUtc = text.endsWith("Z");
    LocalDateTime usual = IsoTime.dateTime(text, text.length() - (isUtc ? 1 : 0));
    if (usual != null) {
      return isUtc ? usual.toInstant(ZoneOffset.UTC) : usual.atZone(zone).toInstant();
    }
    Matcher parts = TIMESTAMP.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    ZoneId there = parts.group(3) == null ? zone : ZoneId.of(parts.group(3));
    return inRange(dateTime(parts).atZone(there).toInstant());
  }

  LocalDateTime local(String text) {
    if (local.isPresent()) {
      return local.get().local(text);
    }
    LocalDateTime usual = IsoTime.dateTime(text, text.length());
    if (usual != null) {
      return usual;
    }
    Matcher parts = TIMESTAMP.matcher(text);
    if (!parts.matches() || parts.group(3) != null) {
      return null;
    }
    LocalDateTime time = dateTime(parts);
    inRange(time.toInstant(ZoneOffset.UTC));
    return time;
  }

  private static LocalDateTime dateTime(Matcher parts) {
    LocalDate day = LocalDate.parse(parts.group(1));
    return parts.group(2) == null
        ? day.atStartOfDay()
        : day.atTime(LocalTime.parse(parts.group(2)));
  }

  /** The days that a column can hold. */
  private static LocalDate inRange(LocalDate day) {
    Math.toIntExact(day.toEpochDay());
    return day;
  }

  /** The moments that a column can hold: microseconds since 1970 in 64 bits. */
  private static Instant inRange(Instant moment) {
    Micros.of(moment);
    return moment;
  }

  static Duration duration(String text) {
    Matcher parts = INTERVAL.matcher(text);
    Duration length;
    if (parts.matches()) {
      BigDecimal seconds =
          new BigDecimal(parts.group(2))
              .multiply(BigDecimal.valueOf(86_400))
              .add(new BigDecimal(parts.group(3)).multiply(BigDecimal.valueOf(3_600)))
              .add(new BigDecimal(parts.group(4)).multiply(BigDecimal.valueOf(60)))
              .add(new BigDecimal(parts.group(5)));
      long micros =
          (parts.group(1).isEmpty() ? seconds : seconds.negate())
              .movePointRight(6)
              .longValueExact();
      length = Duration.of(micros, ChronoUnit.MICROS);
    } else {
      length = Duration.parse(text);
    }
    Micros.of(length); // fails if a column cannot hold it
    return length;
  }
}
