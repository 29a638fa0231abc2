package dev.sluice.io;

import java.util.regex.Pattern;

/** Finds the usual slips in datetime patterns, which Spark takes and reads something else with. */
final class DatePattern {

  private static final Pattern LITERAL = Pattern.compile("'[^']*'");

  private DatePattern() {}

  static String ofDates(String pattern) {
    String letters = letters(pattern);
    if (letters.contains("m")) {
      throw months(pattern);
    }
    return checked(pattern, letters);
  }

  static String ofTimestamps(String pattern) {
    String letters = letters(pattern);
    boolean hours = letters.matches(".*[HhKk].*");
    boolean year = letters.matches(".*[yu].*");
    if (letters.contains("m") && (!hours || (year && !letters.matches(".*[MLDQq].*")))) {
      throw months(pattern);
    }
    if (letters.matches(".*[hK].*") && !letters.contains("a")) {
      throw new IllegalArgumentException(
          "the pattern %s: h is an hour of half a day, and there is no a that says which half; hours of a day are HH"
              .formatted(pattern));
    }
    return checked(pattern, letters);
  }

  static boolean hasZone(String pattern) {
    return letters(pattern).matches(".*[VzOXxZ].*");
  }

  private static String checked(String pattern, String letters) {
    if (letters.contains("Y")) {
      throw new IllegalArgumentException(
          "the pattern %s: Y is the year of a week, which differs around the New Year; years are yyyy"
              .formatted(pattern));
    }
    if (letters.contains("D") && letters.matches(".*[ML].*")) {
      throw new IllegalArgumentException(
          "the pattern %s: D is the day of the year; days of a month are dd".formatted(pattern));
    }
    return pattern;
  }

  private static IllegalArgumentException months(String pattern) {
    return new IllegalArgumentException(
        "the pattern %s: m is minutes; months are MM".formatted(pattern));
  }

  private static String letters(String pattern) {
    return LITERAL.matcher(pattern).replaceAll("");
  }
}
