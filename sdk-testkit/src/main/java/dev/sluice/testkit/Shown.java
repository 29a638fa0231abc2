package dev.sluice.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A part of a failure's text: a title and at most so many lines. */
final class Shown {

  /** As many rows as one can take in. */
  static final int ROWS = 10;

  private Shown() {}

  /** A number of rows. */
  static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }

  /** Nothing at all if there are no items. */
  static <T> List<String> section(String title, List<T> items, int most, Function<T, String> text) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(title);
    items.stream().limit(most).forEach(item -> lines.add("  " + text.apply(item)));
    if (items.size() > most) {
      lines.add("  … and %d more".formatted(items.size() - most));
    }
    return lines;
  }
}
