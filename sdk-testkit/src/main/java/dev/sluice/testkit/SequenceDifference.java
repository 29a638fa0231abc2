package dev.sluice.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Expected and actual rows one after the other, aligned such that a row that is inserted or left
 * out does not make all rows after it differ.
 */
final class SequenceDifference<T extends Record> {

  /** The most pairs of rows that are compared; longer sequences are compared place by place. */
  private static final long MOST_PAIRS = 1_000_000;

  private static final int MOST_LINES = 2 * Shown.ROWS;

  private final List<T> expected;
  private final List<T> actual;
  private final Sameness sameness;

  SequenceDifference(List<T> expected, List<T> actual, Sameness sameness) {
    this.expected = expected;
    this.actual = actual;
    this.sameness = sameness;
  }

  boolean isEmpty() {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!sameness.same(expected.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The rows that differ, with the place each has. */
  List<String> lines() {
    List<String> differing =
        (long) expected.size() * actual.size() <= MOST_PAIRS ? aligned() : byPlace();
    return Shown.section(
        "by row (- expected, + actual), without the rows that are in place:",
        differing,
        MOST_LINES,
        line -> line);
  }

  private List<String> aligned() {
    int[][] common = lengthsOfCommon();
    List<String> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < actual.size()) {
      if (i < expected.size()
          && j < actual.size()
          && sameness.same(expected.get(i), actual.get(j))) {
        i++;
        j++;
      } else if (j == actual.size()
          || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(line("-", i, expected));
        i++;
      } else {
        lines.add(line("+", j, actual));
        j++;
      }
    }
    return lines;
  }

  /** The length of the longest common sequence of the rows from i and from j on. */
  private int[][] lengthsOfCommon() {
    int[][] common = new int[expected.size() + 1][actual.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = actual.size() - 1; j >= 0; j--) {
        common[i][j] =
            sameness.same(expected.get(i), actual.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private List<String> byPlace() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      if (i >= expected.size()
          || i >= actual.size()
          || !sameness.same(expected.get(i), actual.get(i))) {
        if (i < expected.size()) {
          lines.add(line("-", i, expected));
        }
        if (i < actual.size()) {
          lines.add(line("+", i, actual));
        }
      }
    }
    return lines;
  }

  private static String line(String sign, int index, List<? extends Record> rows) {
    return "%s row %d: %s".formatted(sign, index + 1, ValueText.of(rows.get(index)));
  }
}
