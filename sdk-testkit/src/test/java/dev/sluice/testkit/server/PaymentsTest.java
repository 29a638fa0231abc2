package dev.sluice.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

// #region inject
@WithServers
class PaymentsTest {
  @Test
  void keepsPaymentsWhenTheDatabaseIsKilled(PostgresServer postgres) throws SQLException {
    String url = postgres.createDatabase();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE payments AS SELECT 7 AS id");
    }

    postgres.kill();
    postgres.restart();

    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM payments")) {
      assertThat(rows.next()).isTrue();
    }
  }
}
// #endregion
