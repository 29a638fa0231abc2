package dev.sluice.io.jdbc;

import dev.sluice.connect.Secrets;
import java.sql.BatchUpdateException;
import java.sql.SQLException;

/** What a database says against a statement, with its SQL state. */
final class SqlRefusal {

  private SqlRefusal() {}

  /**
   * The failure of what the statement was for.
   *
   * @param what as messages call it
   */
  static IllegalStateException of(String what, SQLException e) {
    SQLException reason = reason(e);
    return new IllegalStateException(
        "%s: %s (SQL state %s)"
            .formatted(
                what, Secrets.masked(String.valueOf(reason.getMessage())), reason.getSQLState()),
        e);
  }

  /** The reason stands in the exception behind that of a batch. */
  private static SQLException reason(SQLException e) {
    return e instanceof BatchUpdateException && e.getNextException() != null
        ? e.getNextException()
        : e;
  }
}
