package dev.sluice.io.jdbc;

import dev.sluice.connect.Secrets;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a table as a user writes it: one to three parts, such as {@code shop.orders}. Parts
 * are data here, never SQL; whatever they hold is quoted before it becomes any.
 *
 * @param parts catalog, schema and table, as far as they were written
 */
record TableName(List<String> parts) implements Serializable {

  private static final Pattern PART =
      Pattern.compile("\\G(?:\"((?:[^\"]|\"\")+)\"|([\\w$]+))(\\.|$)");

  TableName {
    parts = List.copyOf(parts);
  }

  static TableName of(String written) {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(written);
    int end = 0;
    while (end < written.length() && part.find()) {
      parts.add(
          part.group(1) != null ? part.group(1).replace("\"\"", "\"") : part.group(2));
      end = part.end();
    }
    if (end < written.length() || parts.isEmpty() || parts.size() > 3 || written.endsWith(".")) {
      throw new IllegalArgumentException(
          "\"%s\" is not the name of a table; write orders or shop.orders, other signs in double quotes"
              .formatted(Secrets.masked(written)));
    }
    return new TableName(parts);
  }

  String table() {
    return parts.get(parts.size() - 1);
  }

  @Override
  public String toString() {
    return String.join(".", parts);
  }
}
