package dev.sluice.io.jdbc;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.Secrets;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.expr.Fields;
import dev.sluice.io.PartitionColumns;
import dev.sluice.record.RecordComponentType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table of a database as a sink. It comes from a {@link JdbcTable}.
 *
 * <table>
 * <caption>What is there after a run that failed or was killed, and what readers see</caption>
 * <tr><th></th><th>after a failure</th><th>run again</th><th>readers meanwhile</th></tr>
 * <tr><td>{@link JdbcTable#upsert}</td><td>some rows are new</td><td>as if it had run once</td><td>rows one after the other</td></tr>
 * <tr><td>upsert, {@link #inOneTransaction}</td><td>as before</td><td>as if it had run once</td><td>old rows, or all new ones</td></tr>
 * <tr><td>{@link JdbcTable#append}</td><td>as before, or all are added</td><td>they are added again</td><td>old rows, or all new ones</td></tr>
 * <tr><td>append, {@link #byPartition}</td><td>some rows are added</td><td>all are added again</td><td>rows one after the other</td></tr>
 * <tr><td>{@link JdbcTable#overwrite}, also {@link #byRename}</td><td>as before</td><td>the new rows</td><td>old rows, or all new ones</td></tr>
 * <tr><td>overwrite, {@link #byTruncate}</td><td>as before, or empty: see there</td><td>the new rows</td><td>they wait, or see an empty table</td></tr>
 * </table>
 *
 * <p>One transaction takes two steps: the tasks fill a table of the same columns beside the target,
 * called {@code sluice_…}, then one statement of the database moves its rows over. A killed run
 * leaves that table behind.
 *
 * <p>The batches of a stream are written each once: which epoch of a stream was the last is kept in
 * a table, the {@link #ledger}, and one that is in it already is not written again. Where all rows
 * are one transaction, the ledger is part of it. An upsert by partition enters the epoch behind its
 * rows: those of an epoch that has failed are written again, in the same places, and so have the
 * effect of once. Only with {@code append().byPartition()} they may be there twice. An overwrite
 * takes no stream: each batch would replace those before it.
 *
 * @param <T> the record each row is
 */
public final class JdbcSink<T extends Record> implements BatchSink<T>, EpochSink<T> {

  private final JdbcTable<T> table;
  private final WriteMode mode;
  private final Optional<String> newer;
  private final WriteSettings settings;

  JdbcSink(JdbcTable<T> table, WriteMode mode) {
    this(
        table,
        mode,
        Optional.empty(),
        WriteSettings.DEFAULT.whole(!(mode instanceof WriteMode.Upsert)));
  }

  private JdbcSink(
      JdbcTable<T> table, WriteMode mode, Optional<String> newer, WriteSettings settings) {
    this.table = table;
    this.mode = mode;
    this.newer = newer;
    this.settings = settings;
  }

  JdbcTable<T> table() {
    return table;
  }

  Optional<String> newer() {
    return newer;
  }

  WriteSettings settings() {
    return settings;
  }

  private JdbcSink<T> with(WriteSettings changed) {
    return new JdbcSink<>(table, mode, newer, changed);
  }

  /**
   * How many rows are sent together; 1,000 unless set. It matters where rows are sent by
   * statements: PostgreSQL's {@code COPY} is a stream, see {@link #withoutCopy}.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   */
  public JdbcSink<T> batchSize(int rows) {
    return with(settings.batchSize(rows));
  }

  /**
   * Sends rows by statements in batches also where the database takes them faster: PostgreSQL gets
   * them by {@code COPY} unless this is set. The rows that are there in the end are the same. It is
   * for a proxy that does not let it through, and for a {@code statement_timeout} that is shorter
   * than the time in which a partition is computed: a {@code COPY} is one statement.
   *
   * @return a changed copy
   */
  public JdbcSink<T> withoutCopy() {
    return with(settings.withoutCopy());
  }

  /**
   * All rows at once or none, also if tasks or the run are killed.
   *
   * @return a changed copy
   */
  public JdbcSink<T> inOneTransaction() {
    return with(settings.whole(true));
  }

  /**
   * A transaction for each partition of the rows: one write of the rows in place of two, but a
   * failed run leaves some of them, and an attempt that Spark repeats may add its rows twice.
   *
   * @return a changed copy
   * @throws IllegalStateException of an overwrite, which would show readers half of the rows
   */
  public JdbcSink<T> byPartition() {
    if (mode instanceof WriteMode.Overwrite) {
      throw new IllegalStateException("an overwrite is one transaction");
    }
    return with(settings.whole(false));
  }

  /**
   * An overwrite that empties the table with {@code TRUNCATE}, which gives its space back at once;
   * {@code DELETE} leaves that to the database. Readers wait until the new rows are there. In MySQL,
   * MariaDB, Oracle and H2 a {@code TRUNCATE} is a transaction of its own: there readers may see an
   * empty table meanwhile, and a run that fails in between leaves one.
   *
   * @return a changed copy
   * @throws IllegalStateException if this is no overwrite
   */
  public JdbcSink<T> byTruncate() {
    return clearing(Clearing.TRUNCATE, "byTruncate()");
  }

  /**
   * An overwrite that fills a second table, made like the first, and renames it: readers see the old
   * rows or the new ones and wait for a moment only, and the table is packed as if it were new. Only
   * in PostgreSQL, MySQL and MariaDB. A table with grants (in PostgreSQL), triggers, foreign keys,
   * views or a counted column would lose them, and is refused by {@link #check}.
   *
   * @return a changed copy
   * @throws IllegalStateException if this is no overwrite
   */
  public JdbcSink<T> byRename() {
    return clearing(Clearing.RENAME, "byRename()");
  }

  private JdbcSink<T> clearing(Clearing clearing, String called) {
    if (!(mode instanceof WriteMode.Overwrite)) {
      throw new IllegalStateException("only an overwrite replaces rows: overwrite()." + called);
    }
    return with(settings.clearing(clearing));
  }

  /**
   * Makes the table, as {@link #createTable} says, if there is none when the run begins to write.
   *
   * @return a changed copy
   */
  public JdbcSink<T> createIfMissing() {
    return with(settings.creating());
  }

  /**
   * The statement that makes a table for the record: a column for each component, {@code NOT NULL}
   * for a primitive, and the key of an upsert as its primary key. For you to read, to change and to
   * put among your migrations.
   *
   * @return {@code CREATE TABLE …}, in the SQL of the database
   * @throws IllegalArgumentException if no database is set
   */
  public String createTable() {
    List<String> key = mode instanceof WriteMode.Upsert upsert ? upsert.key() : List.of();
    return NewTable.text(table.database().dialect(), table.name(), table.record(), key);
  }

  /**
   * The table in which the database keeps the last epoch of each stream, with the columns {@code
   * stream}, its key, and {@code epoch}; {@code sluice_epochs} beside the target unless set. It is
   * made when the first epoch is written, if it is not there. Streams into several tables may share
   * it. Who deletes the row of a stream lets its epochs be written again.
   *
   * @param name its name, in the schema of the target unless it says another one
   * @return a changed copy
   * @throws IllegalArgumentException if it is no name of a table
   */
  public JdbcSink<T> ledger(String name) {
    return with(settings.ledger(TableName.of(name)));
  }

  /**
   * The isolation of the transactions; the database's own unless set.
   *
   * @return a changed copy
   */
  public JdbcSink<T> isolation(Isolation isolation) {
    return with(settings.isolation(isolation.level()));
  }

  /**
   * Leaves the row of the same key alone unless this component is larger in the new one: a version,
   * a sequence or a time. So an old row that comes late replaces no newer one.
   *
   * @return a changed copy
   * @throws IllegalStateException if this is no upsert
   */
  public JdbcSink<T> onlyIfNewer(Fields.Named<T> component) {
    if (!(mode instanceof WriteMode.Upsert)) {
      throw new IllegalStateException(
          "only an upsert has rows to compare: upsert(…).onlyIfNewer(…)");
    }
    String name = PartitionColumns.name(component);
    PartitionColumns.columns(table.record(), name);
    return new JdbcSink<>(table, mode, Optional.of(name), settings);
  }

  @Override
  public Class<T> type() {
    return table.type();
  }

  @Override
  public String description() {
    return "%s (%s)".formatted(table.description(), words());
  }

  private String words() {
    if (mode instanceof WriteMode.Upsert upsert) {
      return "upsert by %s%s"
          .formatted(
              String.join(", ", upsert.key()),
              newer.map(c -> ", only if " + c + " is newer").orElse(""));
    }
    if (!(mode instanceof WriteMode.Overwrite)) {
      return "append";
    }
    return switch (settings.clearing()) {
      case DELETE -> "overwrite";
      case TRUNCATE -> "overwrite by truncate";
      case RENAME -> "overwrite by rename";
    };
  }

  @Override
  public WriteMode mode() {
    return mode;
  }

  @Override
  public Set<ResourceId> writes() {
    return Set.of(table.resource());
  }

  @Override
  public List<String> check(SparkSession spark) {
    if (!table.database().isSet()) {
      return List.of(description() + ": it has no url(…)");
    }
    return problems(
        connection -> new TargetCheck(this, table.database().dialect())
            .problems(connection, spark));
  }

  @Override
  public List<String> checkStream(SparkSession spark) {
    List<String> problems = new ArrayList<>(check(spark));
    if (problems.isEmpty()) {
      problems.addAll(problems(connection -> ledgerOf(connection).problems(connection)));
    }
    return problems;
  }

  /** What is found out by a connection. */
  private interface Question<R> {
    R ask(Connection connection) throws SQLException;
  }

  private List<String> problems(Question<List<String>> question) {
    try (Connection connection = table.database().connect()) {
      return question.ask(connection).stream()
          .map(problem -> description() + ": " + problem)
          .toList();
    } catch (SQLException | RuntimeException e) {
      return List.of(description() + ": " + Secrets.masked(String.valueOf(e.getMessage())));
    }
  }

  private Ledger ledgerOf(Connection connection) throws SQLException {
    List<String> target =
        RealTable.find(connection, table.name())
            .map(RealTable::parts)
            .orElseGet(() -> table.name().parts());
    return Ledger.beside(target, table.database().dialect(), settings.ledger());
  }

  @Override
  public Delivery delivery() {
    return settings.whole() || mode instanceof WriteMode.Upsert
        ? Delivery.EXACTLY_ONCE
        : Delivery.AT_LEAST_ONCE;
  }

  @Override
  public List<String> streamProblems() {
    return mode instanceof WriteMode.Overwrite
        ? List.of(
            description()
                + ": each batch of the stream would replace all rows of those before it: take append() or upsert(…)")
        : List.of();
  }

  @Override
  public OptionalLong lastEpoch(SparkSession spark, String stream) {
    try (Connection connection = table.database().connect()) {
      Optional<EpochStatements> ledger = ledgerOf(connection).find(connection);
      return ledger.isPresent()
          ? ledger.get().last(connection, stream)
          : OptionalLong.empty();
    } catch (SQLException e) {
      throw SqlRefusal.of(description(), e);
    }
  }

  @Override
  public Set<String> required(SparkSession spark) {
    try (Connection connection = table.database().connect()) {
      Optional<RealTable> real = RealTable.find(connection, table.name());
      return table.record().components().stream()
          .filter(
              c -> real.flatMap(found -> found.column(c.column()))
                  .filter(column -> !column.nullable())
                  .isPresent())
          .map(RecordComponentType::name)
          .collect(Collectors.toSet());
    } catch (SQLException e) {
      throw new IllegalStateException(
          "%s: %s".formatted(description(), Secrets.masked(String.valueOf(e.getMessage()))), e);
    }
  }

  @Override
  public Written write(Dataset<Row> rows) {
    return write(rows, Optional.empty());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if this is an overwrite, or the database refuses
   */
  @Override
  public Written write(Dataset<Row> rows, Epoch epoch) {
    streamProblems().forEach(
        problem -> {
          throw new IllegalStateException(problem);
        });
    return write(rows, Optional.of(epoch));
  }

  private Written write(Dataset<Row> rows, Optional<Epoch> epoch) {
    try {
      OptionalLong written = new TableWrite<>(this, epoch).run(rows);
      return written.isPresent()
          ? Written.to(table.description()).withRows(written.getAsLong())
          : Written.skipped(table.description(), epoch.orElseThrow().words() + " is there already");
    } catch (SQLException e) {
      throw SqlRefusal.of(description(), e);
    }
  }

  @Override
  public String toString() {
    return description();
  }
}
