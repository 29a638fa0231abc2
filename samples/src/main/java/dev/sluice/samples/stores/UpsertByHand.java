package dev.sluice.samples.stores;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Iterator;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Row;

/**
 * What one writes for want of an upsert in Spark: a prepared statement, in batches, a transaction
 * for each partition.
 *
 * @param url of the database
 * @param table the name of the table
 * @param batchSize rows that are sent together
 */
record UpsertByHand(String url, String table, int batchSize)
    implements ForeachPartitionFunction<Row> {

  private static final String SQL =
      """
      INSERT INTO %s (id, customer, product, quantity, price, day, at) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET customer = EXCLUDED.customer, product = EXCLUDED.product,
        quantity = EXCLUDED.quantity, price = EXCLUDED.price, day = EXCLUDED.day, at = EXCLUDED.at""";

  @Override
  public void call(Iterator<Row> rows) throws Exception {
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(SQL.formatted(table))) {
        int waiting = 0;
        while (rows.hasNext()) {
          Row row = rows.next();
          statement.setLong(1, row.getLong(0));
          statement.setLong(2, row.getLong(1));
          statement.setString(3, row.getString(2));
          statement.setInt(4, row.getInt(3));
          statement.setDouble(5, row.getDouble(4));
          statement.setDate(6, row.getDate(5));
          statement.setTimestamp(7, row.getTimestamp(6));
          statement.addBatch();
          waiting++;
          if (waiting == batchSize) {
            statement.executeBatch();
            waiting = 0;
          }
        }
        statement.executeBatch();
      }
      connection.commit();
    }
  }
}
