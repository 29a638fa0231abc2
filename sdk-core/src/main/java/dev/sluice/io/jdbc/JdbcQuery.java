package dev.sluice.io.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

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
  String from(Connection connection) throws SQLException {
    return "(%s) q".formatted(sql.strip().replaceFirst(";$", ""));
  }

  @Override
  RealColumn key(Connection connection) {
    throw new IllegalStateException("a query has no key");
  }

  @Override
  List<RealColumn> declared(Connection connection) {
    return List.of();
  }

  @Override
  OptionalLong estimate(Connection connection) {
    return OptionalLong.empty();
  }

  @Override
  String what() {
    return "query " + sql.replaceAll("\\s+", " ").strip();
  }
}
