package dev.sluice.io.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/**
 * A statement for each row, many of which are sent together: what every database takes.
 *
 * @param statement with a parameter for each column
 * @param binders for each column
 * @param batchSize rows that are sent together
 */
record StatementLoading(String statement, List<ValueBinder> binders, int batchSize)
    implements Loading {

  @Override
  public long load(Connection connection, Iterator<List<Object>> rows) throws SQLException {
    long written = 0;
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      while (rows.hasNext()) {
        List<Object> values = rows.next();
        for (int i = 0; i < binders.size(); i++) {
          binders.get(i).bind(prepared, i + 1, values.get(i));
        }
        prepared.addBatch();
        written++;
        if (written % batchSize == 0) {
          prepared.executeBatch();
        }
      }
      prepared.executeBatch();
    }
    return written;
  }
}
