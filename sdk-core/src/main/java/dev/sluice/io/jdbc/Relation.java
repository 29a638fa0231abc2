package dev.sluice.io.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What rows are read from, as it was found by one look at the database.
 *
 * @param from what stands behind {@code FROM}
 * @param table the table behind it; empty of a query
 * @param columns what it gives
 */
record Relation(String from, Optional<RealTable> table, List<RealColumn> columns) {

  static Relation of(Connection connection, String query) throws SQLException {
    return new Relation(query, Optional.empty(), RealColumn.of(connection, query));
  }

  static Relation of(Connection connection, Dialect dialect, RealTable table)
      throws SQLException {
    String from = dialect.quoted(table.parts());
    return new Relation(from, Optional.of(table), RealColumn.of(connection, from));
  }

  RealColumn column(String name) throws SQLException {
    return RealColumn.named(name, columns)
        .orElseThrow(
            () -> new SQLException(
                "there is no column \"%s\" to divide rows by".formatted(name)));
  }

  /** The column of the key by which rows are divided. */
  RealColumn key() throws SQLException {
    return table
        .flatMap(real -> real.keys().stream().findFirst().flatMap(key -> real.column(key.get(0))))
        .orElseThrow(
            () -> new SQLException(
                "it has no key to divide its rows by: take partitionedBy(…), or make an index"));
  }

  /** Whether a column can be NULL; of a query and of a view nobody knows. */
  boolean canBeNull(String column) {
    return table
        .filter(real -> !real.view())
        .flatMap(real -> real.column(column))
        .filter(RealColumn::nullable)
        .isPresent();
  }

  /** About how many rows there are; empty if that is not known without reading them. */
  OptionalLong estimate(Connection connection, Dialect dialect) {
    if (table.isEmpty()) {
      return OptionalLong.empty();
    }
    List<String> parts = table.get().parts();
    try (PreparedStatement statement = connection.prepareStatement(dialect.estimate())) {
      statement.setString(1, parts.size() < 2 ? "" : parts.get(parts.size() - 2));
      statement.setString(2, parts.get(parts.size() - 1));
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
      }
    } catch (SQLException e) {
      // who may read a table may not always ask how large it is
      return OptionalLong.empty();
    }
  }
}
