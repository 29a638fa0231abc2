package dev.sluice.io.jdbc;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;

/**
 * Values as PostgreSQL reads them from text, whatever the settings of server and session: what it
 * would store of the same value as a parameter.
 */
final class PostgresText {

  private static final HexFormat HEX = HexFormat.of();
  private static final int MICRO = 1_000;

  private PostgresText() {}

  /** The text of a value that is not null. */
  static String of(Object value) {
    if (value instanceof String text) {
      return text;
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (value instanceof BigDecimal number) {
      return number.toPlainString();
    } else if (value instanceof Float number) {
      // a column of more digits gets the very value, as it does from a parameter
      return Double.toString(number);
    } else if (value instanceof LocalDate day) {
      return date(day) + era(day);
    } else if (value instanceof LocalDateTime time) {
      return time(time) + era(time.toLocalDate());
    } else if (value instanceof Instant instant) {
      LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      return time(time) + "+00" + era(time.toLocalDate());
    } else if (value instanceof byte[] bytes) {
      return "\\x" + HEX.formatHex(bytes);
    } else if (value instanceof List<?> list) {
      return array(list);
    }
    return value.toString(); // whole numbers, doubles, true and false
  }

  /** Each element in quotes, which PostgreSQL takes for any type. */
  private static String array(List<?> list) {
    StringBuilder text = new StringBuilder("{");
    for (Object element : list) {
      if (text.length() > 1) {
        text.append(',');
      }
      if (element == null) {
        text.append("NULL");
      } else {
        text.append('"').append(of(element).replace("\\", "\\\\").replace("\"", "\\\""))
            .append('"');
      }
    }
    return text.append('}').toString();
  }

  private static String time(LocalDateTime time) {
    LocalTime clock = time.toLocalTime();
    StringBuilder text = new StringBuilder(date(time.toLocalDate())).append(' ');
    digits(text, clock.getHour(), 2).append(':');
    digits(text, clock.getMinute(), 2).append(':');
    digits(text, clock.getSecond(), 2).append('.');
    return digits(text, clock.getNano() / MICRO, 6).toString();
  }

  /** The year 0 of Java is 1 BC. */
  private static String date(LocalDate day) {
    int year = day.getYear();
    StringBuilder text = new StringBuilder(16);
    digits(text, year > 0 ? year : 1 - year, 4).append('-');
    digits(text, day.getMonthValue(), 2).append('-');
    return digits(text, day.getDayOfMonth(), 2).toString();
  }

  private static String era(LocalDate day) {
    return day.getYear() > 0 ? "" : " BC";
  }

  private static StringBuilder digits(StringBuilder text, int number, int least) {
    String digits = Integer.toString(number);
    return text.append("0".repeat(Math.max(0, least - digits.length()))).append(digits);
  }
}
