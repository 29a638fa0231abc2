package dev.sluice.io.jdbc;

import dev.sluice.spark.rows.RecordCodec;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.spark.api.java.function.MapPartitionsFunction;

/**
 * Writes the rows of a partition in one transaction, and tells how many they were.
 *
 * @param database where
 * @param loading how
 * @param settings of the transaction
 * @param tagged whether each row is given the name of the task that wrote it, as its last value
 * @param target as messages call it
 * @param <T> the record
 */
record PartitionWriter<T extends Record>(
    Database database,
    Loading loading,
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
      long written = loading.load(connection, new Values<>(rows, tagged ? task : null));
      connection.commit();
      return List.of(new TaskResult(task, written).text()).iterator();
    } catch (SQLException e) {
      throw isLost(e) ? lost(e) : SqlRefusal.of(target, e);
    } catch (AssertionError e) {
      // PostgreSQL's driver asserts that a connection is there, of which it has lost the other end
      throw lost(e);
    }
  }

  /** That is no cause: of a run the first of all causes is told, such as a broken pipe. */
  private IllegalStateException lost(Throwable e) {
    IllegalStateException lost =
        new IllegalStateException(target + ": the connection to the database was lost");
    lost.addSuppressed(e);
    return lost;
  }

  /** Class 08 of the SQL states is that of connections. */
  private static boolean isLost(SQLException e) {
    return e.getCause() instanceof IOException
        || e.getSQLState() != null && e.getSQLState().startsWith("08");
  }

  /** The values of each row, and the name of the task if there is one. */
  private record Values<T extends Record>(Iterator<T> rows, String task)
      implements Iterator<List<Object>> {

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public List<Object> next() {
      List<Object> values = RecordCodec.components(rows.next());
      if (task == null) {
        return values;
      }
      List<Object> tagged = new ArrayList<>(values);
      tagged.add(task);
      return tagged;
    }
  }
}
