package dev.sluice.io.jdbc;

import dev.sluice.connect.Epoch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is asked of a {@link Ledger} that is there, and said to it.
 *
 * @param select the last epoch of a stream
 * @param update enters an epoch behind the last one; its row stays locked until the transaction
 *     ends, so that of two writers one waits for the other
 * @param insert enters the first epoch of a stream
 */
record EpochStatements(String select, String update, String insert) {

  /** Streams have the names of pipelines and sinks; keys of some databases are no longer. */
  private static final int LONGEST_NAME = 255;

  /** All names quoted. */
  static EpochStatements of(Dialect dialect, String table, String stream, String epoch) {
    return new EpochStatements(
        "SELECT %s, %s FROM %s WHERE %1$s = ?".formatted(stream, epoch, table),
        "UPDATE %s SET %s = ? WHERE %s = ? AND %2$s < ?".formatted(table, epoch, stream),
        dialect.insert(table, List.of(stream, epoch)));
  }

  /** The last epoch of a stream; empty if it has none. */
  OptionalLong last(Connection connection, String stream) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setString(1, stream);
      try (ResultSet found = statement.executeQuery()) {
        if (!found.next()) {
          return OptionalLong.empty();
        }
        requireSame(stream, found.getString(1));
        return OptionalLong.of(found.getLong(2));
      }
    }
  }

  /** Some databases compare texts without case, and the epochs of another stream are not its own. */
  private static void requireSame(String stream, String found) throws SQLException {
    if (!found.equals(stream)) {
      throw new SQLException(
          "the ledger has the stream %s, which the database takes for %s: give one of them another name, or a ledger(…) of its own"
              .formatted(found, stream));
    }
  }

  /** Whether the epoch, or one behind it, has been entered. */
  boolean has(Connection connection, Epoch epoch) throws SQLException {
    OptionalLong last = last(connection, epoch.stream());
    return last.isPresent() && last.getAsLong() >= epoch.id();
  }

  /**
   * Enters an epoch in the transaction of the connection.
   *
   * @return false if it is there already, now that the transaction has begun
   */
  boolean enter(Connection connection, Epoch epoch) throws SQLException {
    if (epoch.stream().length() > LONGEST_NAME) {
      throw new SQLException(
          "the name of the stream has %d characters, and a ledger takes %d: %s"
              .formatted(epoch.stream().length(), LONGEST_NAME, epoch.stream()));
    } else if (updated(connection, epoch)) {
      return true;
    } else if (has(connection, epoch)) {
      return false;
    }
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, epoch.stream());
      statement.setLong(2, epoch.id());
      statement.executeUpdate();
      return true;
    }
  }

  private boolean updated(Connection connection, Epoch epoch) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setLong(1, epoch.id());
      statement.setString(2, epoch.stream());
      statement.setLong(3, epoch.id());
      return statement.executeUpdate() > 0;
    }
  }
}
