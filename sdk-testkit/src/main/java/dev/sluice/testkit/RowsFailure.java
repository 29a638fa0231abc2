package dev.sluice.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** The text of a failed comparison of rows. */
final class RowsFailure {

  /** Enough to be pasted as the new expectation of a small test. */
  private static final int MOST_AS_JAVA = 50;

  /** More than that is nothing to paste. */
  private static final int LONGEST_AS_JAVA = 1000;

  private final String subject;
  private final List<? extends Record> actual;

  /**
   * @param subject what was compared, for the first line
   * @param actual all rows there are
   */
  RowsFailure(String subject, List<? extends Record> actual) {
    this.subject = subject;
    this.actual = actual;
  }

  /** The error for rows that are not as they should be. */
  AssertionError because(String summary, List<String> details) {
    return new AssertionError(text(summary, details));
  }

  /** The same, with both sides for the comparison window of an IDE. */
  AssertionError because(String summary, List<String> details, List<? extends Record> expected) {
    return new AssertionFailedError(text(summary, details), asLines(expected), asLines(actual));
  }

  private String text(String summary, List<String> details) {
    List<String> lines = new ArrayList<>();
    lines.add(subject + ": " + summary);
    lines.addAll(details);
    lines.addAll(asJava());
    return String.join("\n", lines);
  }

  private List<String> asJava() {
    if (actual.isEmpty()) {
      return List.of("", "There are no rows.");
    }
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < actual.size(); i++) {
      rows.add(JavaText.of(actual.get(i)) + (i < actual.size() - 1 ? "," : ""));
    }
    return Shown.section("actual rows as Java:", rows, MOST_AS_JAVA, RowsFailure::cut);
  }

  private static String cut(String java) {
    return java.length() <= LONGEST_AS_JAVA
        ? java
        : "%s… (%,d characters)".formatted(java.substring(0, LONGEST_AS_JAVA / 2), java.length());
  }

  private static String asLines(List<? extends Record> rows) {
    return rows.stream().map(ValueText::of).collect(Collectors.joining("\n"));
  }
}
