package dev.sluice.io.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams rows by {@code COPY … FROM STDIN}: one statement for all of them. The only class that
 * needs PostgreSQL's driver to be loaded.
 *
 * @param table quoted
 * @param columns quoted
 */
record PostgresCopy(String table, List<String> columns) implements Loading {

  /** Whether the driver is PostgreSQL's own, also behind a pool. */
  static boolean takes(Connection connection) throws SQLException {
    return connection.isWrapperFor(PGConnection.class);
  }

  @Override
  public long load(Connection connection, Iterator<List<Object>> rows) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY %s (%s) FROM STDIN (ENCODING 'UTF8')"
                    .formatted(table, Dialect.list(columns)));
    try {
      CopyText text = new CopyText(columns, copy::writeToCopy);
      while (rows.hasNext()) {
        text.row(rows.next());
      }
      text.flush();
      copy.endCopy();
      return text.rows();
    } catch (Throwable e) {
      cancel(copy, e);
      throw e;
    }
  }

  /** What made it end is what is told, not that the connection went with it. */
  private static void cancel(CopyIn copy, Throwable reason) {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
