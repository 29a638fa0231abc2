package dev.sluice.io.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The rows of a query as a source. The query is sent as it is written: never build it of values
 * that come from outside.
 *
 * @param <T> the record each row is
 */
public final class JdbcQuery<T extends Record> extends JdbcSource<T, JdbcQuery<T>> {

  private final String sql;

  JdbcQuery(Class<T> type, String sql, Database database, Reading reading) {
    super(type, database, reading);
    this.sql = sql;
  }

  @Override
  JdbcQuery<T> with(Database changed, Reading changedReading) {
    return new JdbcQuery<>(type(), sql, changed, changedReading);
  }

  @Override
  Relation relation(Connection connection) throws SQLException {
    return Relation.of(connection, "(%s) q".formatted(sql.strip().replaceFirst(";$", "")));
  }

  @Override
  String what() {
    return "query " + sql.replaceAll("\\s+", " ").strip();
  }
}
