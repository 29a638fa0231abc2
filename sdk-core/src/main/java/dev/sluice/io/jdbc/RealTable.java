package dev.sluice.io.jdbc;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table as the database has it. Names are compared without case if there is none of exactly the
 * name, since databases fold them in two ways.
 *
 * @param parts catalog, schema and name, as far as they are known
 * @param columns in their order
 * @param keys the columns of each unique index, the primary key among them
 */
record RealTable(List<String> parts, List<RealColumn> columns, List<List<String>> keys)
    implements Serializable {

  /** The table of this name; empty if there is none. */
  static Optional<RealTable> find(Connection connection, TableName name) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    List<String> parts = name.parts();
    String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : null;
    String catalog = parts.size() > 2 ? parts.get(0) : connection.getCatalog();
    List<String[]> found = new ArrayList<>();
    try (ResultSet tables = data.getTables(catalog, null, "%", null)) {
      while (tables.next()) {
        String type = String.valueOf(tables.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
        if ((type.contains("TABLE") || type.contains("VIEW"))
            && tables.getString("TABLE_NAME").equalsIgnoreCase(name.table())) {
          found.add(
              new String[]{
                  tables.getString("TABLE_CAT"),
                  tables.getString("TABLE_SCHEM"),
                  tables.getString("TABLE_NAME")});
        }
      }
    }
    String wanted = schema == null ? connection.getSchema() : schema;
    return found.stream()
        .filter(t -> t[1] == null || wanted == null || t[1].equalsIgnoreCase(wanted))
        .min((a, b) -> Boolean.compare(b[2].equals(name.table()), a[2].equals(name.table())))
        .map(t -> read(data, t[0], t[1], t[2]));
  }

  /** The table of this name. */
  static RealTable required(Connection connection, TableName name) throws SQLException {
    return find(connection, name)
        .orElseThrow(() -> new SQLException("there is no table or view " + name));
  }

  private static RealTable read(
      DatabaseMetaData data, String catalog, String schema, String table) {
    try {
      List<String> parts = new ArrayList<>();
      if (schema != null) {
        parts.add(schema);
      } else if (catalog != null) {
        parts.add(catalog);
      }
      parts.add(table);
      return new RealTable(
          parts, columns(data, catalog, schema, table), keys(data, catalog, schema, table));
    } catch (SQLException e) {
      throw new IllegalStateException(
          "table %s cannot be looked up: %s".formatted(table, e.getMessage()), e);
    }
  }

  private static List<RealColumn> columns(
      DatabaseMetaData data, String catalog, String schema, String table) throws SQLException {
    List<RealColumn> columns = new ArrayList<>();
    try (ResultSet found =
        data.getColumns(catalog, escaped(data, schema), escaped(data, table), "%")) {
      while (found.next()) {
        boolean filled =
            found.getString("COLUMN_DEF") != null
                || "YES".equals(found.getString("IS_AUTOINCREMENT"))
                || "YES".equals(found.getString("IS_GENERATEDCOLUMN"));
        columns.add(
            new RealColumn(
                found.getString("COLUMN_NAME"),
                found.getInt("DATA_TYPE"),
                found.getString("TYPE_NAME"),
                found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                filled));
      }
    }
    return columns;
  }

  /** Underscores and percent signs are wildcards there. */
  private static String escaped(DatabaseMetaData data, String name) throws SQLException {
    String escape = data.getSearchStringEscape();
    return name == null
        ? null
        : name.replace(escape, escape + escape)
            .replace("_", escape + "_")
            .replace("%", escape + "%");
  }

  private static List<List<String>> keys(
      DatabaseMetaData data, String catalog, String schema, String table) throws SQLException {
    Map<String, Map<Integer, String>> keys = new LinkedHashMap<>();
    try (ResultSet found = data.getPrimaryKeys(catalog, schema, table)) {
      while (found.next()) {
        keys.computeIfAbsent("", k -> new TreeMap<>())
            .put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME"));
      }
    }
    try (ResultSet found = data.getIndexInfo(catalog, schema, table, true, true)) {
      while (found.next()) {
        if (found.getString("COLUMN_NAME") != null && found.getString("FILTER_CONDITION") == null) {
          keys.computeIfAbsent(found.getString("INDEX_NAME"), k -> new TreeMap<>())
              .put(found.getInt("ORDINAL_POSITION"), found.getString("COLUMN_NAME"));
        }
      }
    }
    return keys.values().stream().map(columns -> List.copyOf(columns.values())).distinct().toList();
  }

  /** The column of this name. */
  Optional<RealColumn> column(String name) {
    return RealColumn.named(name, columns);
  }

  /** Whether no two rows can have the same values in these columns. */
  boolean isKey(Collection<String> names) {
    Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    wanted.addAll(names);
    return keys.stream().anyMatch(key -> key.size() == wanted.size() && wanted.containsAll(key));
  }
}
