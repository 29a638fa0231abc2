package dev.sluice.io.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;

/**
 * The usual forms of a date, {@code 2026-03-01}, and of a date with a time, {@code
 * 2026-03-01T12:30:05.123}, read digit by digit: the parsers of {@code java.time} take most of the
 * time that reading an event takes. What has another form, or is no date at all, is left to them.
 */
final class IsoTime {

  private static final int DATE = "2026-03-01".length();
  private static final int MINUTES = "2026-03-01T12:30".length();
  private static final int SECONDS = "2026-03-01T12:30:05".length();
  private static final int DIGITS_OF_NANOS = 9;

  /** No text has such a number. */
  private static final int NONE = -1;

  private IsoTime() {}

  /** The date; null if it has not the usual form. */
  static LocalDate date(String text) {
    return text.length() == DATE ? dateAtStart(text) : null;
  }

  /**
   * The date and time before a place in a text; null if it has not the usual form.
   *
   * @param end behind the last digit
   */
  static LocalDateTime dateTime(String text, int end) {
    if (end < MINUTES || !isBetween(text.charAt(DATE)) || text.charAt(DATE + 3) != ':') {
      return null;
    }
    LocalDate day = dateAtStart(text);
    int hour = number(text, DATE + 1, DATE + 3);
    int minute = number(text, DATE + 4, MINUTES);
    int second = 0;
    int nanos = 0;
    if (end > MINUTES) {
      second = text.charAt(MINUTES) == ':' ? number(text, MINUTES + 1, SECONDS, end) : NONE;
    }
    if (end > SECONDS) {
      nanos = text.charAt(SECONDS) == '.' ? nanos(text, SECONDS + 1, end) : NONE;
    }
    return day != null && isIn(hour, 24) && isIn(minute, 60) && isIn(second, 60) && nanos != NONE
        ? day.atTime(hour, minute, second, nanos)
        : null;
  }

  private static boolean isBetween(char separator) {
    return separator == 'T' || separator == ' ';
  }

  private static LocalDate dateAtStart(String text) {
    if (text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, DATE);
    boolean isDate =
        year != NONE
            && month >= 1
            && month <= 12
            && day >= 1
            && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    return isDate ? LocalDate.of(year, month, day) : null;
  }

  private static boolean isIn(int number, int end) {
    return number != NONE && number < end;
  }

  private static int nanos(String text, int from, int end) {
    int digits = end - from;
    int fraction = digits >= 1 && digits <= DIGITS_OF_NANOS ? number(text, from, end) : NONE;
    for (int i = digits; fraction != NONE && i < DIGITS_OF_NANOS; i++) {
      fraction *= 10;
    }
    return fraction;
  }

  private static int number(String text, int from, int to, int end) {
    return to <= end ? number(text, from, to) : NONE;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
