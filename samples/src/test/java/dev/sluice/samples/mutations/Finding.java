package dev.sluice.samples.mutations;

import java.util.Arrays;
import java.util.List;

/** What the failure of a test says: the row, and what is wrong with it. */
sealed interface Finding {

  /** Whether a failure says so. */
  boolean isIn(String failure);

  /** As a page shows it. */
  String text();

  /**
   * A cell of a row that is found.
   *
   * @param row the key, {@code orderId=3}; several components are separated by commas
   * @param expected as the failure writes it
   */
  static Finding cell(String row, String field, Object expected, Object actual) {
    return new Cell(row, field, String.valueOf(expected), String.valueOf(actual));
  }

  /**
   * A cell of a missing row that an unexpected one has otherwise.
   *
   * @param start the missing row, or the beginning of it up to what tells it from others
   */
  static Finding near(String start, String field, Object expected, Object actual) {
    return new Near(start, field, String.valueOf(expected), String.valueOf(actual));
  }

  /**
   * A row that should be there.
   *
   * @param start the row, or the beginning of it up to what tells it from others
   */
  static Finding missing(String start) {
    return new Row("missing", start);
  }

  /** A row that should not be there. */
  static Finding unexpected(String start) {
    return new Row("unexpected", start);
  }

  /**
   * A line about a row.
   *
   * @param start up to what tells the row from others
   * @param end what comes after the row
   */
  static Finding says(String start, String end) {
    return new Says(start, end);
  }

  /** A row of which the end was left out. */
  private static String closed(String start) {
    return start.matches(".*[])]") ? start : start + " …]";
  }

  /** A line of the table of changed cells, below a header with the names of the key. */
  record Cell(String row, String field, String expected, String actual) implements Finding {
    @Override
    public boolean isIn(String failure) {
      List<String[]> key =
          Arrays.stream(row.split(", ")).map(component -> component.split("=", 2)).toList();
      return new ChangedTable(failure, key.stream().map(pair -> pair[0]).toList())
          .has(key.stream().map(pair -> pair[1]).toList(), field, expected, actual);
    }

    @Override
    public String text() {
      return "%s: %s %s, not %s".formatted(row, field, actual, expected);
    }
  }

  /** A line of the table of rows near to each other, for a row above it. */
  record Near(String start, String field, String expected, String actual) implements Finding {
    @Override
    public boolean isIn(String failure) {
      Row missing = new Row("missing", start);
      return missing.isIn(failure)
          && new ChangedTable(failure, List.of("missing", "unexpected"))
              .has(List.of("row 1", "row 1"), field, expected, actual);
    }

    @Override
    public String text() {
      return "%s: %s %s, not %s"
          .formatted(new Row("missing", start).text(), field, actual, expected);
    }
  }

  /** A row below a title. */
  record Row(String title, String start) implements Finding {
    @Override
    public boolean isIn(String failure) {
      return failure
          .lines()
          .dropWhile(line -> !line.startsWith(title + " ("))
          .takeWhile(line -> !line.isEmpty())
          .anyMatch(line -> line.contains(start));
    }

    @Override
    public String text() {
      return title + ": " + closed(start);
    }
  }

  /** A line of its own. */
  record Says(String start, String end) implements Finding {
    @Override
    public boolean isIn(String failure) {
      return failure.lines().anyMatch(line -> line.contains(start) && line.endsWith(end));
    }

    @Override
    public String text() {
      return closed(start) + end;
    }
  }
}
