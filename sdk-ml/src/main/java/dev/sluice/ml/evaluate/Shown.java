package dev.sluice.ml.evaluate;

import dev.sluice.text.OneLine;
import java.util.Locale;

/** Numbers and names as people read them; the same in every locale. */
final class Shown {

  private static final int LONGEST = 60;

  private Shown() {}

  /** A figure, to about four digits. */
  static String number(double number) {
    double size = Math.abs(number);
    if (size == 0) {
      return "0";
    } else if (size >= 1e9 || size < 1e-4) {
      return String.format(Locale.ROOT, "%.3g", number);
    } else if (size >= 1000) {
      return String.format(Locale.ROOT, "%,.1f", number);
    } else if (size < 0.01) {
      return String.format(Locale.ROOT, "%.6f", number);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.2f" : size >= 1 ? "%.3f" : "%.4f", number);
  }

  static String share(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A name in one line, and not for ever; what cannot be written in XML is gone. */
  static String name(String name) {
    return name(name, LONGEST);
  }

  /** A sentence in one line; it may be long, but not without end. */
  static String sentence(String sentence) {
    return name(sentence, 2_000);
  }

  static String name(String name, int longest) {
    StringBuilder safe = new StringBuilder();
    OneLine.of(name)
        .codePoints()
        .limit(longest + 1L)
        .map(sign -> isCharacter(sign) ? sign : 0xFFFD)
        .forEach(safe::appendCodePoint);
    int signs = safe.codePointCount(0, safe.length());
    return signs <= longest
        ? safe.toString()
        : safe.substring(0, safe.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private static boolean isCharacter(int sign) {
    boolean surrogate = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
    return !surrogate && (sign & 0xFFFE) != 0xFFFE;
  }
}
