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
 * @param ledger the table of the epochs of streams
 */
record WriteSettings(
    int batchSize,
    int isolation,
    boolean whole,
    Clearing clearing,
    boolean create,
    boolean copy,
    TableName ledger)
    implements Serializable {

  static final WriteSettings DEFAULT =
      new WriteSettings(
          1_000, Connection.TRANSACTION_NONE, false, Clearing.DELETE, false, true,
          TableName.of("sluice_epochs"));

  WriteSettings batchSize(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a batch has 1 row or more, not " + rows);
    }
    return new WriteSettings(rows, isolation, whole, clearing, create, copy, ledger);
  }

  WriteSettings isolation(int level) {
    return new WriteSettings(batchSize, level, whole, clearing, create, copy, ledger);
  }

  WriteSettings whole(boolean all) {
    return new WriteSettings(batchSize, isolation, all, clearing, create, copy, ledger);
  }

  WriteSettings clearing(Clearing way) {
    return new WriteSettings(batchSize, isolation, whole, way, create, copy, ledger);
  }

  WriteSettings creating() {
    return new WriteSettings(batchSize, isolation, whole, clearing, true, copy, ledger);
  }

  WriteSettings withoutCopy() {
    return new WriteSettings(batchSize, isolation, whole, clearing, create, false, ledger);
  }

  WriteSettings ledger(TableName name) {
    return new WriteSettings(batchSize, isolation, whole, clearing, create, copy, name);
  }

  void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    if (isolation != Connection.TRANSACTION_NONE) {
      connection.setTransactionIsolation(isolation);
    }
  }
}
