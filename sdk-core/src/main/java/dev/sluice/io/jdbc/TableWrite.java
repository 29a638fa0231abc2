package dev.sluice.io.jdbc;

import dev.sluice.connect.Secrets;
import dev.sluice.connect.WriteMode;
import dev.sluice.io.Upsert;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.rows.RecordEncoders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes rows into a table.
 *
 * @param sink what is to be done
 * @param <T> the record
 */
record TableWrite<T extends Record>(JdbcSink<T> sink) {

  private static final Logger LOG = LoggerFactory.getLogger(TableWrite.class);
  private static final String TASK = "sluice_task";

  /** Gives how many rows were written. */
  long run(Dataset<Row> rows) throws SQLException {
    RealTable target;
    try (Connection connection = database().connect()) {
      target = RealTable.required(connection, sink.table().name());
    }
    return sink.settings().whole()
        ? whole(target, rows)
        : sum(write(rows, target, statement(target), false));
  }

  private Database database() {
    return sink.table().database();
  }

  private Dialect dialect() {
    return database().dialect();
  }

  /** No connection is kept while the tasks write: it might be closed for being idle. */
  private long whole(RealTable target, Dataset<Row> rows) throws SQLException {
    String stage = stage(target);
    String task = dialect().quoted(TASK);
    execute(dialect().emptyCopy(stage, columns(target), name(target), task));
    try {
      List<String> columns = new ArrayList<>(columns(target));
      columns.add(task);
      List<TaskResult> done = write(rows, target, dialect().insert(stage, columns), true);
      long moved = moved(target, stage, task, done);
      return sink.mode() instanceof WriteMode.Upsert ? sum(done) : moved;
    } finally {
      drop(stage);
    }
  }

  /** What was moved is there, and what failed has its own reason. */
  private void drop(String stage) {
    try {
      execute("DROP TABLE " + stage);
    } catch (SQLException e) {
      LOG.warn(
          "{}: the table {}, which was filled for it, is left behind: {}",
          sink.description(),
          stage,
          Secrets.masked(String.valueOf(e.getMessage())));
    }
  }

  /** All in one transaction; a connection that is closed without a commit rolls back. */
  private long moved(RealTable target, String stage, String task, List<TaskResult> done)
      throws SQLException {
    try (Connection connection = database().connect()) {
      sink.settings().begin(connection);
      try {
        forgetOthers(connection, stage, task, done);
        if (sink.mode() instanceof WriteMode.Overwrite) {
          execute(connection, "DELETE FROM " + name(target));
        }
        long moved = move(connection, target, stage);
        connection.commit();
        return moved;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /** A task whose answer was lost has committed rows too, and another attempt wrote them again. */
  private static void forgetOthers(
      Connection connection, String stage, String task, List<TaskResult> done)
      throws SQLException {
    Set<String> others = new HashSet<>();
    try (Statement statement = connection.createStatement();
        var found = statement.executeQuery("SELECT DISTINCT %s FROM %s".formatted(task, stage))) {
      while (found.next()) {
        others.add(found.getString(1));
      }
    }
    done.forEach(result -> others.remove(result.task()));
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM %s WHERE %s = ?".formatted(stage, task))) {
      for (String other : others) {
        statement.setString(1, other);
        statement.executeUpdate();
      }
    }
  }

  private long move(Connection connection, RealTable target, String stage) throws SQLException {
    String sql =
        upsert(target)
            .map(upsert -> dialect().merge(upsert, stage))
            .orElseGet(() -> dialect().insertAll(name(target), columns(target), stage));
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database().connect()) {
      execute(connection, sql);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<TaskResult> write(
      Dataset<Row> rows, RealTable target, String statement, boolean tagged) {
    List<ValueBinder> binders =
        components().stream().map(c -> new ValueBinder(c.logicalType(), real(target, c))).toList();
    PartitionWriter<T> writer =
        new PartitionWriter<>(
            database(), statement, binders, sink.settings(), tagged, sink.description());
    return rows
        .as(RecordEncoders.of(sink.type()))
        .mapPartitions(writer, Encoders.STRING())
        .collectAsList().stream()
        .map(TaskResult::of)
        .toList();
  }

  private static long sum(List<TaskResult> results) {
    return results.stream().mapToLong(TaskResult::rows).sum();
  }

  private String statement(RealTable target) {
    return upsert(target)
        .map(dialect()::upsert)
        .orElseGet(() -> dialect().insert(name(target), columns(target)));
  }

  private Optional<Upsert> upsert(RealTable target) {
    return sink.mode() instanceof WriteMode.Upsert upsert
        ? Optional.of(
            new Upsert(
                name(target),
                columns(target),
                upsert.key().stream().map(component -> column(target, component)).toList(),
                sink.newer().map(component -> column(target, component))))
        : Optional.empty();
  }

  private List<RecordComponentType> components() {
    return sink.table().record().components();
  }

  private List<String> columns(RealTable target) {
    return components().stream().map(c -> dialect().quoted(real(target, c).name())).toList();
  }

  private String column(RealTable target, String component) {
    return dialect()
        .quoted(real(target, sink.table().record().component(component).orElseThrow()).name());
  }

  private RealColumn real(RealTable target, RecordComponentType component) {
    return target
        .column(component.column())
        .orElseThrow(
            () -> new IllegalStateException(
                "%s has no column \"%s\"".formatted(sink.description(), component.column())));
  }

  private String name(RealTable target) {
    return dialect().quoted(target.parts());
  }

  /** Beside the target, so that who may write there may make it. */
  private String stage(RealTable target) {
    List<String> parts = new ArrayList<>(target.parts());
    parts.set(
        parts.size() - 1,
        "sluice_" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
    return dialect().quoted(parts);
  }
}
