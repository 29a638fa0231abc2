package dev.sluice.expr;

/**
 * A pattern of {@code DateTimeFormatter}, looked at for the letters that are mistaken for others.
 */
final class TextPattern {

  private TextPattern() {}

  /**
   * The pattern, if its letters can mean what the writer meant.
   *
   * @throws IllegalArgumentException if one of them is a known mistake, with the one that was meant
   */
  static String checked(String pattern) {
    String letters = pattern.replaceAll("'[^']*'", "");
    if (has(letters, "m") && !has(letters, "HhKk") && !has(letters, "ML")) {
      throw mistake(pattern, "m is the minute, and there is no hour", "M, the month");
    }
    if (has(letters, "Y")) {
      throw mistake(pattern, "Y is the year that a week belongs to", "y, the year");
    }
    if (has(letters, "D") && has(letters, "ML")) {
      throw mistake(pattern, "D is the day of the year", "d, the day of the month");
    }
    if (has(letters, "hK") && !has(letters, "a")) {
      throw mistake(
          pattern, "h and K count to 12, and nothing says AM or PM", "H, the hour of the day");
    }
    return pattern;
  }

  private static boolean has(String letters, String any) {
    return letters.chars().anyMatch(letter -> any.indexOf(letter) >= 0);
  }

  private static IllegalArgumentException mistake(String pattern, String what, String meant) {
    return new IllegalArgumentException(
        "the pattern \"%s\" does not read what it seems to: %s; write %s"
            .formatted(pattern, what, meant));
  }
}
