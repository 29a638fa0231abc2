package dev.sluice.samples.stores;

import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The table that contenders write.
 *
 * @param url of the database
 */
record SalesTable(String url) {

  static final String NAME = "sales";

  void create() throws SQLException {
    execute(
        """
        CREATE TABLE sales (id BIGINT PRIMARY KEY, customer BIGINT NOT NULL, product TEXT,
          quantity INT NOT NULL, price DOUBLE PRECISION NOT NULL, day DATE, at TIMESTAMPTZ)""");
  }

  /** As it was made. */
  void empty() throws SQLException {
    execute("TRUNCATE sales");
    execute("CHECKPOINT");
  }

  /** With all keys and other values, each time as if they had just been loaded. */
  void fill(long rows) throws SQLException {
    execute("TRUNCATE sales");
    execute(
        """
        INSERT INTO sales SELECT i, 0, 'a product', 1, 0.0, DATE '2020-01-01', NULL
        FROM generate_series(0, %d) AS i"""
            .formatted(rows - 1));
    execute("VACUUM ANALYZE sales");
    execute("CHECKPOINT");
  }

  /** What tells whether the rows are there. */
  String sums() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet sums =
            statement.executeQuery(
                "SELECT COUNT(*), SUM(customer), SUM(quantity), SUM(price) FROM sales")) {
      sums.next();
      return "%s rows, %s, %s, %s"
          .formatted(sums.getString(1), sums.getString(2), sums.getString(3), sums.getString(4));
    }
  }

  JdbcTable<Sale> typed() {
    return Jdbc.table(Sale.class, NAME).url(url);
  }

  /** The driver then makes one statement of many inserts. */
  String rewriting() {
    return url + "&reWriteBatchedInserts=true";
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
