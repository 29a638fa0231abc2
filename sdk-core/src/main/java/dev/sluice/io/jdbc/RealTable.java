package dev.sluice.io.jdbc;

import static java.util.Comparator.comparing;

import dev.sluice.text.ClosestName;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table as the database has it. Names are compared without case if there is none of exactly the
 * name, since databases fold them in two ways.
 *
 * @param parts catalog, schema and name, as far as they are known
 * @param view whether it is a view, of whose columns databases say that they can be NULL
 * @param columns in their order
 * @param keys the columns of each unique index, the primary key among them
 */
record RealTable(
    List<String> parts, boolean view, List<RealColumn> columns, List<List<String>> keys)
    implements Serializable {

  /** The table of this name; empty if there is none. */
  static Optional<RealTable> find(Connection connection, TableName name) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    List<Place> found = new ArrayList<>();
    for (String written : spellings(name.table())) {
      found.addAll(places(connection, name, escaped(data, written)));
    }
    if (found.isEmpty()) {
      found.addAll(places(connection, name, "%"));
    }
    return found.stream()
        .filter(place -> place.table().equalsIgnoreCase(name.table()))
        .min(comparing(place -> !place.table().equals(name.table())))
        .map(place -> read(data, place));
  }

  /** Databases that fold names fold them to one of these. */
  private static Set<String> spellings(String name) {
    return new LinkedHashSet<>(
        List.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT)));
  }

  /** The tables and views where the name says, or where the connection looks by itself. */
  private static List<Place> places(Connection connection, TableName name, String pattern)
      throws SQLException {
    List<String> parts = name.parts();
    String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : connection.getSchema();
    String catalog = parts.size() > 2 ? parts.get(0) : connection.getCatalog();
    List<Place> places = new ArrayList<>();
    try (ResultSet found = connection.getMetaData().getTables(catalog, null, pattern, null)) {
      while (found.next()) {
        Place place =
            new Place(
                found.getString("TABLE_CAT"),
                found.getString("TABLE_SCHEM"),
                found.getString("TABLE_NAME"),
                String.valueOf(found.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT));
        if ((place.type().contains("TABLE") || place.isView()) && place.isIn(schema)) {
          places.add(place);
        }
      }
    }
    return places;
  }

  /** The table of this name. */
  static RealTable required(Connection connection, TableName name) throws SQLException {
    Optional<RealTable> found = find(connection, name);
    if (found.isEmpty()) {
      throw new SQLException(
          "there is no table or view %s%s".formatted(name, suggestion(connection, name)));
    }
    return found.get();
  }

  /** Which table was probably meant, as the end of a sentence; empty if none is like it. */
  static String suggestion(Connection connection, TableName name) throws SQLException {
    Set<String> names =
        places(connection, name, "%").stream().map(Place::table).collect(Collectors.toSet());
    return ClosestName.to(name.table(), names).map("; did you mean \"%s\"?"::formatted).orElse("");
  }

  /** Where a table is; catalog and schema may be null. */
  private record Place(String catalog, String schema, String table, String type) {

    boolean isView() {
      return type.contains("VIEW");
    }

    boolean isIn(String wanted) {
      return schema == null || wanted == null || schema.equalsIgnoreCase(wanted);
    }
  }

  private static RealTable read(DatabaseMetaData data, Place place) {
    String catalog = place.catalog();
    String schema = place.schema();
    String table = place.table();
    try {
      List<String> parts = new ArrayList<>();
      if (schema != null) {
        parts.add(schema);
      } else if (catalog != null) {
        parts.add(catalog);
      }
      parts.add(table);
      return new RealTable(
          parts,
          place.isView(),
          columns(data, catalog, schema, table),
          keys(data, catalog, schema, table));
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
        int digits = found.getInt("DECIMAL_DIGITS");
        if (found.wasNull()) {
          digits = -1;
        }
        columns.add(
            new RealColumn(
                found.getString("COLUMN_NAME"),
                found.getInt("DATA_TYPE"),
                found.getString("TYPE_NAME"),
                found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                filled,
                digits));
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
