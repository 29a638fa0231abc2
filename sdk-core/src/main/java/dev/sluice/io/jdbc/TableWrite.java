package dev.sluice.io.jdbc;

import dev.sluice.connect.Epoch;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes rows into a table.
 *
 * @param sink what is to be done
 * @param epoch which batch of which stream the rows are; empty if they are of none
 * @param <T> the record
 */
record TableWrite<T extends Record>(JdbcSink<T> sink, Optional<Epoch> epoch) {

  private static final Logger LOG = LoggerFactory.getLogger(TableWrite.class);
  private static final String TASK = "sluice_task";

  /** Gives how many rows were written; empty if the epoch is there already. */
  OptionalLong run(Dataset<Row> rows) throws SQLException {
    RealTable target;
    Optional<Entry> entry;
    Optional<BulkLoader> bulk;
    try (Connection connection = database().connect()) {
      if (sink.settings().create()
          && RealTable.find(connection, sink.table().name()).isEmpty()) {
        execute(connection, List.of(sink.createTable()));
      }
      target = RealTable.required(connection, sink.table().name());
      entry = entry(connection, target);
      if (entry.isPresent() && entry.get().isThere(connection)) {
        return OptionalLong.empty();
      }
      bulk =
          sink.settings().copy()
              ? dialect().bulkLoader(connection, name(target))
              : Optional.empty();
    }
    return sink.settings().whole()
        ? whole(target, rows, bulk, entry)
        : byPartition(target, rows, bulk, entry);
  }

  /** The epoch and where it is entered; empty if the rows are of no stream. */
  private Optional<Entry> entry(Connection connection, RealTable target) throws SQLException {
    if (epoch.isEmpty()) {
      return Optional.empty();
    }
    Ledger ledger = Ledger.beside(target.parts(), dialect(), sink.settings().ledger());
    return Optional.of(new Entry(ledger.open(connection), epoch.get()));
  }

  /** An epoch and where it is entered. */
  private record Entry(EpochStatements ledger, Epoch epoch) {

    boolean isThere(Connection connection) throws SQLException {
      return ledger.has(connection, epoch);
    }

    boolean isNew(Connection connection) throws SQLException {
      return ledger.enter(connection, epoch);
    }
  }

  /** An epoch is entered when all of its rows are there: until then it may come again. */
  private OptionalLong byPartition(
      RealTable target, Dataset<Row> rows, Optional<BulkLoader> bulk, Optional<Entry> entry)
      throws SQLException {
    long written = sum(write(rows, direct(target, bulk), false));
    if (entry.isPresent()) {
      try (Connection connection = database().connect()) {
        sink.settings().begin(connection);
        entry.get().isNew(connection);
        connection.commit();
      }
    }
    return OptionalLong.of(written);
  }

  private Database database() {
    return sink.table().database();
  }

  private Dialect dialect() {
    return database().dialect();
  }

  /** No connection is kept while the tasks write: it might be closed for being idle. */
  private OptionalLong whole(
      RealTable target, Dataset<Row> rows, Optional<BulkLoader> bulk, Optional<Entry> entry)
      throws SQLException {
    String stage = stage(target);
    String task = dialect().quoted(TASK);
    execute(dialect().emptyCopy(stage, columns(target), name(target), task));
    try {
      List<String> columns = new ArrayList<>(columns(target));
      columns.add(task);
      Loading fill =
          bulk.map(loader -> loader.fill(stage, columns))
              .orElseGet(
                  () -> statements(
                      dialect().insert(stage, columns),
                      Stream.concat(binders(target), Stream.of(ValueBinder.TEXT))));
      List<TaskResult> done = write(rows, fill, true);
      OptionalLong moved = moved(target, stage, task, done, entry);
      return moved.isPresent() && sink.mode() instanceof WriteMode.Upsert
          ? OptionalLong.of(sum(done))
          : moved;
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
  private OptionalLong moved(
      RealTable target, String stage, String task, List<TaskResult> done, Optional<Entry> entry)
      throws SQLException {
    Overwriting overwriting =
        sink.mode() instanceof WriteMode.Overwrite
            ? Overwriting.of(sink.settings().clearing(), dialect(), target.parts())
            : new Overwriting(List.of(), name(target), List.of(), List.of());
    try (Connection connection = database().connect()) {
      sink.settings().begin(connection);
      try {
        if (entry.isPresent() && !entry.get().isNew(connection)) {
          connection.rollback();
          return OptionalLong.empty();
        }
        forgetOthers(connection, stage, task, done);
        execute(connection, overwriting.before());
        long moved = move(connection, target, stage, overwriting.into());
        execute(connection, overwriting.after());
        connection.commit();
        return OptionalLong.of(moved);
      } catch (SQLException | RuntimeException | Error e) {
        undo(connection, overwriting, e);
        throw e;
      }
    }
  }

  /** What fails here as well, as where the connection is lost, must not hide why. */
  private static void undo(Connection connection, Overwriting overwriting, Throwable why) {
    try {
      connection.rollback();
      execute(connection, overwriting.undo());
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  /** A task whose answer was lost has committed rows too, and another attempt wrote them again. */
  private static void forgetOthers(
      Connection connection, String stage, String task, List<TaskResult> done)
      throws SQLException {
    Map<String, Long> found = new HashMap<>();
    try (Statement statement = connection.createStatement();
        var counts =
            statement.executeQuery(
                "SELECT %s, COUNT(*) FROM %s GROUP BY %1$s".formatted(task, stage))) {
      while (counts.next()) {
        found.put(counts.getString(1), counts.getLong(2));
      }
    }
    for (TaskResult result : done) {
      requireAll(result, Optional.ofNullable(found.remove(result.task())).orElse(0L));
    }
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM %s WHERE %s = ?".formatted(stage, task))) {
      for (String other : found.keySet()) {
        statement.setString(1, other);
        statement.executeUpdate();
      }
    }
  }

  /** A table that need not outlive a crash of the server is empty after one. */
  private static void requireAll(TaskResult result, long found) throws SQLException {
    if (found != result.rows()) {
      throw new SQLException(
          "of %d rows that a task has written, %d are left; the server has crashed or failed over meanwhile, and nothing was moved: run again"
              .formatted(result.rows(), found));
    }
  }

  private long move(Connection connection, RealTable target, String stage, String into)
      throws SQLException {
    String sql =
        upsert(target)
            .map(upsert -> dialect().merge(upsert, stage))
            .orElseGet(() -> dialect().insertAll(into, columns(target), stage));
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database().connect()) {
      execute(connection, List.of(sql));
    }
  }

  private static void execute(Connection connection, List<String> statements)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<TaskResult> write(Dataset<Row> rows, Loading loading, boolean tagged) {
    PartitionWriter<T> writer =
        new PartitionWriter<>(
            database(), loading, sink.settings(), tagged, sink.description());
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

  /** Into the target itself, a transaction for each task. */
  private Loading direct(RealTable target, Optional<BulkLoader> bulk) {
    Optional<Upsert> upsert = upsert(target);
    return bulk
        .flatMap(
            loader -> upsert
                .map(loader::upsert)
                .orElseGet(() -> loader.append(name(target), columns(target))))
        .orElseGet(
            () -> statements(
                upsert
                    .map(u -> dialect().upsert(u, parameters(target)))
                    .orElseGet(() -> dialect().insert(name(target), columns(target))),
                binders(target)));
  }

  private Loading statements(String statement, Stream<ValueBinder> binders) {
    return new StatementLoading(statement, binders.toList(), sink.settings().batchSize());
  }

  private Stream<ValueBinder> binders(RealTable target) {
    return components().stream().map(c -> new ValueBinder(c.logicalType(), real(target, c)));
  }

  private List<String> parameters(RealTable target) {
    return components().stream().map(c -> dialect().parameter(real(target, c))).toList();
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
    List<String> schema = target.parts().subList(0, target.parts().size() - 1);
    return dialect().quoted(Dialect.in(schema, Overwriting.unusedName()));
  }
}
