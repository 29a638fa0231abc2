package dev.sluice.io.jdbc;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * How rows are written.
 *
 * @param batchSize rows that are sent together
 * @param isolation of the transactions, a constant of {@link Connection}; none for the database's
 *     own
 * @param whole whether all rows are one transaction
 * @param clearing how an overwrite gets rid of old rows
 * @param create whether a table that is missing is made
 * @param copy whether the database may be given rows by something faster than statements
 */
record WriteSettings(
    int batchSize,
    int isolation,
    boolean whole,
    Clearing clearing,
    boolean create,
    boolean copy)
    implements Serializable {

  static final WriteSettings DEFAULT =
      new WriteSettings(1_000, Connection.TRANSACTION_NONE, false, Clearing.DELETE, false, true);

  WriteSettings batchSize(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a batch has 1 row or more, not " + rows);
    }
    return new WriteSettings(rows, isolation, whole, clearing, create, copy);
  }

  WriteSettings isolation(int level) {
    return new WriteSettings(batchSize, level, whole, clearing, create, copy);
  }

  WriteSettings whole(boolean all) {
    return new WriteSettings(batchSize, isolation, all, clearing, create, copy);
  }

  WriteSettings clearing(Clearing way) {
    return new WriteSettings(batchSize, isolation, whole, way, create, copy);
  }

  WriteSettings creating() {
    return new WriteSettings(batchSize, isolation, whole, clearing, true, copy);
  }

  WriteSettings withoutCopy() {
    return new WriteSettings(batchSize, isolation, whole, clearing, create, false);
  }

  void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    if (isolation != Connection.TRANSACTION_NONE) {
      connection.setTransactionIsolation(isolation);
    }
  }
}
