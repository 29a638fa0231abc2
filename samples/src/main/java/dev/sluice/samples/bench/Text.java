package dev.sluice.samples.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How figures are written: the same on every machine, whatever its language. */
final class Text {
  private Text() {}

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f", millis);
  }

  static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  static String mebibytes(double bytes) {
    return String.format(Locale.ROOT, "%.0f", bytes / (1 << 20));
  }

  /** Columns as wide as their widest cell; the first to the left, figures to the right. */
  static String table(List<List<String>> lines) {
    int[] widths =
        IntStream.range(0, lines.get(0).size())
            .map(c -> lines.stream().mapToInt(line -> line.get(c).length()).max().orElse(0))
            .toArray();
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      for (int c = 0; c < widths.length; c++) {
        String padding = " ".repeat(widths[c] - line.get(c).length());
        text.append(c == 0 ? line.get(c) + padding : "  " + padding + line.get(c));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
