package dev.sluice.io;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What it takes to put rows in the place of those of the same key, and the statement of the SQL
 * standard that does it. Names are quoted already.
 *
 * @param table the target
 * @param columns all columns that are written
 * @param key those that are the key
 * @param newer the column that must be larger than that of the row in place; empty if it does not
 *     matter
 */
public record Upsert(
    String table, List<String> columns, List<String> key, Optional<String> newer) {

  /** The columns that a row takes over. */
  public List<String> others() {
    return columns.stream().filter(column -> !key.contains(column)).toList();
  }

  /**
   * {@code MERGE} of the standard, as most databases and table formats know it.
   *
   * @param source what is merged, called {@code s}
   */
  public String merge(String source) {
    return merge(source, ifNewer("AND"), "");
  }

  /**
   * The same where a condition of the update has another place.
   *
   * @param source what is merged, called {@code s}
   * @param when stands in front of {@code THEN UPDATE}
   * @param where stands behind the update
   */
  public String merge(String source, String when, String where) {
    String matched =
        others().isEmpty()
            ? ""
            : " WHEN MATCHED%s THEN UPDATE SET %s%s"
                .formatted(when, each(others(), ", ", c -> "t.%s = s.%1$s".formatted(c)), where);
    return "MERGE INTO %s t USING %s ON (%s)%s WHEN NOT MATCHED THEN INSERT (%s) VALUES (%s)"
        .formatted(
            table,
            source,
            each(key, " AND ", c -> "t.%s = s.%1$s".formatted(c)),
            matched,
            String.join(", ", columns),
            each(columns, ", ", c -> "s." + c));
  }

  /**
   * What must be true of the row in place, as a condition behind a word; empty if nothing. A row
   * without a version is older than any.
   */
  public String ifNewer(String word) {
    return newer.map(c -> " %s (t.%s IS NULL OR t.%2$s < s.%2$s)".formatted(word, c)).orElse("");
  }

  private static String each(List<String> columns, String between, Function<String, String> text) {
    return columns.stream().map(text).collect(Collectors.joining(between));
  }
}
