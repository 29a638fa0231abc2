package dev.sluice.stages;

import dev.sluice.testkit.server.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Databases for tests, and what is done there behind the back of what is tested. */
public final class TestDatabase {

  private TestDatabase() {}

  /** The URL of an empty one of each kind. */
  static Stream<String> ofEachKind() {
    return Stream.of(PostgresServer.shared().createDatabase(), h2());
  }

  /** The URL of an empty H2, which stays as long as the JVM. */
  static String h2() {
    return "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID());
  }

  public static void execute(String url, String... statements) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds what a query gives to what was seen, again and again, as long as a flag is set. */
  static void watch(String url, String query, AtomicBoolean goesOn, Set<String> seen) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      while (goesOn.get()) {
        try (ResultSet found = statement.executeQuery(query)) {
          while (found.next()) {
            seen.add(found.getString(1));
          }
        }
        // no pause of the writer is as short
        TimeUnit.MILLISECONDS.sleep(1);
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of what a query gives, as texts. */
  public static List<String> texts(String url, String query) {
    List<String> texts = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        texts.add(found.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
