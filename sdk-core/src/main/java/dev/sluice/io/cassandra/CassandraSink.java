package dev.sluice.io.cassandra;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table of Cassandra as a sink. It comes from a {@link CassandraTable}.
 *
 * <p>Each row is one statement, sent as soon as it is computed; some are on their way at the same
 * time. After a run that failed or was killed some rows are new; run again, it is as if it had run
 * once. Readers see one row after the other.
 *
 * @param <T> the record each row is
 */
public final class CassandraSink<T extends Record> implements BatchSink<T> {

  private final CassandraTable<T> table;
  private final List<String> key;
  private final WriteSettings settings;

  CassandraSink(CassandraTable<T> table, List<String> key) {
    this(table, key, WriteSettings.DEFAULT);
  }

  private CassandraSink(CassandraTable<T> table, List<String> key, WriteSettings settings) {
    this.table = table;
    this.key = key;
    this.settings = settings;
  }

  private CassandraSink<T> with(WriteSettings changed) {
    return new CassandraSink<>(table, key, changed);
  }

  /**
   * After how long the values that are written are gone; never unless set. A table may have a time
   * of its own, which this replaces.
   *
   * @param time whole seconds, up to 20 years
   * @return a changed copy
   * @throws IllegalArgumentException if it is anything else
   */
  public CassandraSink<T> ttl(Duration time) {
    return with(settings.ttl(time));
  }

  /**
   * How many replicas have to answer before a row counts as written; {@link
   * Consistency#LOCAL_QUORUM} unless set.
   *
   * @return a changed copy
   */
  public CassandraSink<T> consistency(Consistency consistency) {
    return with(settings.consistency(consistency));
  }

  /**
   * How many rows of a task are on their way at the same time; 128 unless set. As many tasks as run
   * at once send by themselves.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   */
  public CassandraSink<T> concurrency(int requests) {
    return with(settings.concurrency(requests));
  }

  /**
   * Leaves the value that is there where a row has NULL. Without it a NULL deletes the value, which
   * the server keeps as a tombstone for some days: for rows with many NULLs, of which none is meant
   * to delete anything, this is much cheaper.
   *
   * @return a changed copy
   */
  public CassandraSink<T> keepingWhereNull() {
    return with(settings.keepingWhereNull());
  }

  /**
   * Cuts instants to milliseconds, for Cassandra keeps no more. Without it an instant that has more
   * fails the run.
   *
   * @return a changed copy
   */
  public CassandraSink<T> truncatingTimes() {
    return with(settings.truncatingTimes());
  }

  @Override
  public Class<T> type() {
    return table.type();
  }

  @Override
  public String description() {
    return "%s (upsert by %s%s%s)"
        .formatted(
            table.place(),
            String.join(", ", key),
            settings.keepsWhereNull() ? ", keeping where NULL" : "",
            settings.ttlSeconds() > 0 ? ", for " + settings.ttlSeconds() + " s" : "");
  }

  @Override
  public WriteMode mode() {
    return new WriteMode.Upsert(key);
  }

  @Override
  public Set<ResourceId> writes() {
    return Set.of(table.resource());
  }

  @Override
  public List<String> check(SparkSession spark) {
    TableAccess access = new TableAccess(table.cluster(), table.name(), description());
    return access.problems(this::problems).stream().map(this::withNewTable).toList();
  }

  /** What keeps the rows out of the table. */
  private List<String> problems(RealTable real) {
    StoredRecord stored = new StoredRecord(table.record(), real);
    List<String> problems = new ArrayList<>(stored.writingProblems());
    Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    key.forEach(
        component -> columns.add(table.record().component(component).orElseThrow().column()));
    List<CqlColumn> wanted = stored.writtenKey();
    if (columns.size() != wanted.size()
        || !wanted.stream().map(CqlColumn::name).allMatch(columns::contains)) {
      problems.add(
          "the key (%s) is not the primary key of the table, which is %s: rows are replaced by that"
              .formatted(String.join(", ", columns), RealTable.text(wanted)));
    }
    return problems;
  }

  private String withNewTable(String problem) {
    return problem.contains("there is no table ") && StoredRecord.canBeStored(table.record())
        ? "%s. This makes one: %s"
            .formatted(problem, StoredRecord.create(table.name(), table.record(), key))
        : problem;
  }

  @Override
  public Written write(Dataset<Row> rows) {
    RowWriter<T> writer =
        new TableAccess(table.cluster(), table.name(), description())
            .call(open -> writer(open.real()));
    return Written.to(table.place()).withRows(writer.write(rows, table.type()));
  }

  private RowWriter<T> writer(RealTable real) {
    List<String> problems = problems(real);
    if (!problems.isEmpty()) {
      throw new CassandraException(String.join("; ", problems));
    }
    return new RowWriter<>(
        table.cluster(),
        table.name(),
        new StoredRecord(table.record(), real).columns(),
        settings,
        description());
  }

  @Override
  public String toString() {
    return description();
  }
}
