package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;

/**
 * Rows go into a table that only the connection sees and that ends with the transaction, and from
 * there into the target by one statement. The target is touched, and its rows are locked, at the
 * end alone, in the order of the key: a task may wait for another one, but not both for each other.
 *
 * @param create makes the table
 * @param copy fills it
 * @param merge moves its rows
 */
record CopiedUpsert(String create, Loading copy, String merge) implements Loading {

  private static final String NAME = "sluice_rows";
  private static final String TABLE = "pg_temp." + NAME;

  static CopiedUpsert of(Upsert upsert) {
    return new CopiedUpsert(
        "CREATE TEMPORARY TABLE %s ON COMMIT DROP AS SELECT %s FROM %s WHERE 1 = 0"
            .formatted(NAME, Dialect.list(upsert.columns()), upsert.table()),
        new PostgresCopy(TABLE, upsert.columns()),
        // a table that is filled in the transaction that made it keeps the order of its rows
        PostgresDialect.merge(upsert, TABLE, upsert.newer().isPresent() ? "ctid" : "ctid DESC"));
  }

  @Override
  public long load(Connection connection, Iterator<List<Object>> rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(create);
      long written = copy.load(connection, rows);
      statement.executeUpdate(merge);
      return written;
    }
  }
}
