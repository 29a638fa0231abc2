package dev.sluice.io.cassandra;

import dev.sluice.connect.Secrets;
import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a table. Names are data here, never CQL; whatever they hold is quoted before it
 * becomes any.
 *
 * @param keyspace the keyspace, as the server has it
 * @param table the table, as the server has it
 */
record CqlName(String keyspace, String table) implements Serializable {

  private static final String PART = "(?:\"((?:[^\"]|\"\")+)\"|(\\w+))";
  private static final Pattern NAME = Pattern.compile(PART + "\\." + PART);

  /** As CQL reads it: lower case, unless it stands in double quotes. */
  static CqlName of(String written) {
    Matcher name = NAME.matcher(written);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not the name of a table; write it with its keyspace, shop.users, names with upper case or other signs in double quotes"
              .formatted(Secrets.masked(written)));
    }
    return new CqlName(part(name, 1), part(name, 3));
  }

  private static String part(Matcher name, int group) {
    return name.group(group) != null
        ? name.group(group).replace("\"\"", "\"")
        : name.group(group + 1).toLowerCase(Locale.ROOT);
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  String quoted() {
    return quoted(keyspace) + "." + quoted(table);
  }

  @Override
  public String toString() {
    return keyspace + "." + table;
  }
}
