package dev.sluice.io.jdbc;

import java.util.List;
import java.util.UUID;

/**
 * The statements around the one that adds the new rows.
 *
 * @param before what makes room for them
 * @param into the quoted name of the table to which they are added
 * @param after what makes them visible
 * @param undo what takes away a table that was made for nothing
 */
record Overwriting(List<String> before, String into, List<String> after, List<String> undo) {

  static Overwriting of(Clearing clearing, Dialect dialect, List<String> table) {
    String name = dialect.quoted(table);
    return switch (clearing) {
      case DELETE -> new Overwriting(List.of("DELETE FROM " + name), name, List.of(), List.of());
      case TRUNCATE ->
        new Overwriting(List.of(dialect.truncate(name)), name, List.of(), List.of());
      case RENAME -> renaming(dialect, table);
    };
  }

  private static Overwriting renaming(Dialect dialect, List<String> table) {
    List<String> schema = table.subList(0, table.size() - 1);
    String twin = unusedName();
    String quoted = dialect.quoted(Dialect.in(schema, twin));
    String made =
        dialect
            .twin(quoted, dialect.quoted(table))
            .orElseThrow(() -> new IllegalStateException("no table of this database is replaced"));
    return new Overwriting(
        List.of(made),
        quoted,
        dialect.exchange(table, twin, unusedName()),
        List.of("DROP TABLE IF EXISTS " + quoted));
  }

  /** A name that nobody else takes, and by which people know whose table it is. */
  static String unusedName() {
    return "sluice_" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
  }
}
