package dev.sluice.text;

/**
 * Names and descriptions as they are shown in texts of one line each: no sign in them can begin
 * another line, move the cursor of a terminal, or turn the direction of writing.
 */
public final class OneLine {

  private OneLine() {}

  /**
   * The text in one line.
   *
   * @param text any text
   * @return the same with such signs written as Java escapes them
   */
  public static String of(String text) {
    if (text.codePoints().noneMatch(OneLine::breaks)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> line.append(breaks(sign) ? escape((char) sign) : Character.toString(sign)));
    return line.toString();
  }

  /** Whether a sign ends a line, controls a terminal or turns the direction of writing. */
  public static boolean breaks(int sign) {
    return Character.isISOControl(sign)
        || sign >= 0x2028 && sign <= 0x202E
        || sign >= 0x2066 && sign <= 0x2069;
  }

  private static String escape(char sign) {
    return switch (sign) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u%04x".formatted((int) sign);
    };
  }
}
