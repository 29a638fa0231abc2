package dev.sluice.testkit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;

/** Two texts that differ, as a unified diff of their lines that is not too long to be read. */
record TextDifference(List<String> expected, List<String> actual) {

  private static final int MOST_LINES = 60;
  private static final int AROUND = 3;

  String text() {
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "",
            "",
            expected,
            // wholly different texts would take the usual algorithm all memory
            DiffUtils.diff(expected, actual, new MyersDiffWithLinearSpace<>()),
            AROUND);
    List<String> shown = cut(removedFirst(lines.subList(2, lines.size())));
    if (stripped(expected).equals(stripped(actual))) {
      shown.add("");
      shown.add("Only white space at the ends of lines differs.");
    }
    return String.join("\n", shown);
  }

  /** The first lines of a text, below a title. */
  static List<String> shown(String title, List<String> lines) {
    return Shown.section(title, lines, MOST_LINES, line -> line);
  }

  /** Of changed lines next to each other, the expected ones before the actual ones. */
  private static List<String> removedFirst(List<String> lines) {
    List<String> sorted = new ArrayList<>(lines.size());
    List<String> added = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("+")) {
        added.add(line);
      } else {
        if (!line.startsWith("-")) {
          sorted.addAll(added);
          added.clear();
        }
        sorted.add(line);
      }
    }
    sorted.addAll(added);
    return sorted;
  }

  private static List<String> cut(List<String> lines) {
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
    if (lines.size() > MOST_LINES) {
      shown.add("… and %d more lines".formatted(lines.size() - MOST_LINES));
    }
    return shown;
  }

  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::stripTrailing).toList();
  }
}
