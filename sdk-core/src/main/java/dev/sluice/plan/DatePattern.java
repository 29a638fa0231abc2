package dev.sluice.plan;

import java.util.regex.Pattern;

/**
 * Finds the usual slips in datetime patterns, which Spark takes and reads something else with:
 * {@code mm} for months, {@code YYYY}, {@code DD}, {@code hh} without {@code a}.
 */
public final class DatePattern {

  private static final Pattern LITERAL = Pattern.compile("'[^']*'");

  private DatePattern() {}

  /**
   * A pattern of dates.
   *
   * @throws IllegalArgumentException if one of its letters is a known slip
   */
  public static String ofDates(String pattern) {
    if (has(letters(pattern), "m")) {
      throw months(pattern);
    }
    return ofTimestamps(pattern);
  }

  /**
   * A pattern of dates with times.
   *
   * @throws IllegalArgumentException if one of its letters is a known slip
   */
  public static String ofTimestamps(String pattern) {
    String letters = letters(pattern);
    boolean yearAlone = has(letters, "yu") && !has(letters, "MLDQq");
    if (has(letters, "m") && (!has(letters, "HhKk") || yearAlone)) {
      throw months(pattern);
    }
    if (has(letters, "Y")) {
      throw slip(pattern, "Y is the year of a week, which differs around the New Year", "yyyy");
    }
    if (has(letters, "D") && has(letters, "ML")) {
      throw slip(pattern, "D is the day of the year", "dd, the day of the month");
    }
    if (has(letters, "hK") && !has(letters, "a")) {
      throw slip(
          pattern,
          "h and K are hours of half a day, and there is no a that says which half",
          "HH, the hour of a day");
    }
    return pattern;
  }

  /** Whether the pattern says a zone. */
  public static boolean hasZone(String pattern) {
    return has(letters(pattern), "VzOXxZ");
  }

  private static IllegalArgumentException months(String pattern) {
    return slip(pattern, "m is the minute of an hour", "MM, the month");
  }

  private static IllegalArgumentException slip(String pattern, String what, String meant) {
    return new IllegalArgumentException(
        "the pattern \"%s\" does not read what it seems to: %s; write %s"
            .formatted(pattern, what, meant));
  }

  private static String letters(String pattern) {
    return LITERAL.matcher(pattern).replaceAll("");
  }

  private static boolean has(String letters, String any) {
    return letters.chars().anyMatch(letter -> any.indexOf(letter) >= 0);
  }
}
