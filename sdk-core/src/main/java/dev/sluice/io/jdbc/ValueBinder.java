package dev.sluice.io.jdbc;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.ListOf;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;

/**
 * Gives values of a component to a column. Times go as {@code java.time} values, so that no zone of
 * a JVM or session moves them.
 *
 * @param type the component's
 * @param column the column
 */
record ValueBinder(ColumnType type, RealColumn column) implements Serializable {

  /** For a column of texts. */
  static final ValueBinder TEXT =
      new ValueBinder(
          ColumnType.Scalar.STRING, new RealColumn("", Types.VARCHAR, "varchar", true, false, -1));

  void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    if (value == null) {
      statement.setNull(index, column.jdbcType());
    } else if (value instanceof Enum<?> constant) {
      text(statement, index, constant.name());
    } else if (value instanceof String text) {
      text(statement, index, text);
    } else if (value instanceof Instant instant) {
      statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value instanceof Byte number) {
      statement.setShort(index, number);
    } else if (value instanceof List<?> list) {
      statement.setArray(index, array(statement.getConnection(), list));
    } else {
      statement.setObject(index, value);
    }
  }

  /** Types that Java has no class for, such as uuid and json, take texts only under that name. */
  private void text(PreparedStatement statement, int index, String text) throws SQLException {
    if (column.jdbcType() == Types.OTHER) {
      statement.setObject(index, text, Types.OTHER);
    } else {
      statement.setString(index, text);
    }
  }

  private java.sql.Array array(Connection connection, List<?> list) throws SQLException {
    Object[] values =
        list.stream()
            .map(
                value -> value instanceof Enum<?> || value instanceof Temporal
                    ? PostgresText.of(value) // the one database that has arrays of these
                    : value)
            .toArray();
    String element = column.typeName().replaceFirst("^_", "").replaceFirst(" ?ARRAY.*$", "");
    return connection.createArrayOf(element, values);
  }

  /** Whether values of a type can be given to any column at all. */
  static boolean takes(ColumnType type) {
    if (type instanceof ListOf list) {
      return !(list.element() instanceof ListOf) && takes(list.element());
    }
    return !(type instanceof ColumnType.MapOf)
        && !(type instanceof ColumnType.Struct)
        && type != ColumnType.Scalar.DURATION;
  }
}
