package dev.sluice.io.jdbc;

import dev.sluice.spark.rows.RecordCodec;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.spark.api.java.function.MapPartitionsFunction;

/**
 * Writes the rows of a partition in one transaction, batch by batch, and tells how many they were.
 *
 * @param database where
 * @param statement with a parameter for each component, and one for the name of the task if that is
 *     written
 * @param binders for each component
 * @param settings how
 * @param tagged whether each row is given the name of the task that wrote it
 * @param target as messages call it
 * @param <T> the record
 */
record PartitionWriter<T extends Record>(
    Database database,
    String statement,
    List<ValueBinder> binders,
    WriteSettings settings,
    boolean tagged,
    String target)
    implements MapPartitionsFunction<T, String> {

  @Override
  public Iterator<String> call(Iterator<T> rows) throws Exception {
    if (!rows.hasNext()) {
      return List.<String>of().iterator();
    }
    String task = UUID.randomUUID().toString();
    try (Connection connection = database.connect()) {
      settings.begin(connection);
      long written = write(rows, connection, task);
      connection.commit();
      return List.of(new TaskResult(task, written).text()).iterator();
    } catch (SQLException e) {
      throw refused(e);
    } catch (AssertionError e) {
      throw lost(e);
    }
  }

  /**
   * PostgreSQL's driver asserts that a connection is there, of which it has lost the other end. That
   * is no cause: of a run the first of all causes is told.
   */
  private IllegalStateException lost(AssertionError e) {
    IllegalStateException lost =
        new IllegalStateException(target + ": the connection to the database was lost");
    lost.addSuppressed(e);
    return lost;
  }

  private long write(Iterator<T> rows, Connection connection, String task) throws SQLException {
    long written = 0;
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      while (rows.hasNext()) {
        List<Object> values = RecordCodec.components(rows.next());
        for (int i = 0; i < binders.size(); i++) {
          binders.get(i).bind(prepared, i + 1, values.get(i));
        }
        if (tagged) {
          prepared.setString(binders.size() + 1, task);
        }
        prepared.addBatch();
        written++;
        if (written % settings.batchSize() == 0) {
          prepared.executeBatch();
        }
      }
      prepared.executeBatch();
    }
    return written;
  }

  /** The reason stands in the exception behind that of a batch. */
  private IllegalStateException refused(SQLException e) {
    SQLException reason =
        e instanceof BatchUpdateException && e.getNextException() != null
            ? e.getNextException()
            : e;
    return new IllegalStateException(
        "%s: %s (SQL state %s)".formatted(target, reason.getMessage(), reason.getSQLState()), e);
  }
}
