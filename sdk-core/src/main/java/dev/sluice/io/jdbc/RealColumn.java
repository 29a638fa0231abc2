package dev.sluice.io.jdbc;

import dev.sluice.io.ColumnByName;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a table as the database tells it.
 *
 * @param name in the database's own case
 * @param jdbcType a constant of {@code java.sql.Types}
 * @param typeName the database's name of the type
 * @param nullable whether it takes NULL
 * @param filled whether the database has a value for it if none is given
 * @param digits behind the point, of a time those of a second; -1 if that is not known
 */
record RealColumn(String name, int jdbcType, String typeName, boolean nullable, boolean filled,
    int digits)
    implements Serializable {

  /**
   * Whether its type is one of these.
   *
   * @param types names in lower case, without a length
   */
  boolean isOneOf(Set<String> types) {
    return types.contains(typeName.toLowerCase(Locale.ROOT).replaceFirst("\\(.*", ""));
  }

  /** The column of a name; one that differs in case alone if there is none of exactly that name. */
  static Optional<RealColumn> named(String name, List<RealColumn> columns) {
    return ColumnByName.in(columns, RealColumn::name, name);
  }

  /**
   * What {@code FROM} has, a table or a query.
   *
   * @param from what stands behind the word
   */
  static List<RealColumn> of(Connection connection, String from) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM %s WHERE 1 = 0".formatted(from))) {
      ResultSetMetaData data = none.getMetaData();
      List<RealColumn> columns = new ArrayList<>();
      for (int i = 1; i <= data.getColumnCount(); i++) {
        columns.add(
            new RealColumn(
                data.getColumnLabel(i),
                data.getColumnType(i),
                data.getColumnTypeName(i),
                data.isNullable(i) == ResultSetMetaData.columnNullable,
                false,
                -1));
      }
      return columns;
    }
  }
}
