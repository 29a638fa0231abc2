package dev.sluice.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithServers
class PostgresServerTest {

  @Test
  void keepsWhatWasCommittedWhenItIsKilled(PostgresServer postgres) throws SQLException {
    String url = postgres.createDatabase();
    execute(url, "CREATE TABLE rounds (round INT)");
    for (int round : Rounds.all().toArray()) {
      execute(url, "INSERT INTO rounds VALUES (" + round + ")");
      postgres.kill();
      assertThat(postgres.isRunning()).isFalse();
      postgres.restart();
      assertThat(number(url, "SELECT count(*) FROM rounds")).isEqualTo(round);
    }
  }

  @Test
  void comesBackWithItsDataAfterStop(PostgresServer postgres) throws SQLException {
    String url = postgres.createDatabase();
    execute(url, "CREATE TABLE answers AS SELECT 42 AS answer");
    postgres.stop();
    assertThat(postgres.isRunning()).isFalse();
    postgres.restart();
    assertThat(number(url, "SELECT answer FROM answers")).isEqualTo(42);
  }

  @Test
  void stopsThoughAClientIsConnected(PostgresServer postgres) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl())) {
      postgres.stop();
      assertThat(connection.isValid(5)).isFalse();
    }
  }

  @Test
  void findsWhatAnEarlierServerLeftInItsDirectory(@TempDir Path directory) throws SQLException {
    try (PostgresServer first = PostgresServer.start(directory)) {
      execute(first.jdbcUrl(), "CREATE TABLE answers AS SELECT 42 AS answer");
    }
    try (PostgresServer second = PostgresServer.start(directory)) {
      assertThat(number(second.jdbcUrl(), "SELECT answer FROM answers")).isEqualTo(42);
    }
  }

  @Test
  void databasesDoNotSeeEachOther(PostgresServer postgres) throws SQLException {
    execute(postgres.createDatabase(), "CREATE TABLE mine (id INT)");
    assertThat(
        number(
            postgres.createDatabase(), "SELECT count(*) FROM pg_tables WHERE tablename='mine'"))
        .isZero();
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int number(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getInt(1);
    }
  }
}
