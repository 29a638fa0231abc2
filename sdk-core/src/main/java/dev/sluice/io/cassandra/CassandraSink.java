package dev.sluice.io.cassandra;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.expr.Fields;
import dev.sluice.io.PartitionColumns;
import dev.sluice.record.RecordComponentType;
import java.io.Serializable;
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
 * <p>So is an epoch of a stream: when it has been written, repeated or not, each of its rows is in
 * its place once, and while it is written some are. What must not happen is that an old row comes
 * late, from a run that was thought to be dead or of a partition that overtakes another, and
 * replaces a newer one: {@link #writtenAt} rules that out.
 *
 * @param <T> the record each row is
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public final class CassandraSink<T extends Record> implements BatchSink<T>, EpochSink<T> {

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

  /**
   * Takes this component as the time at which a row is written, by which Cassandra decides which of
   * two rows of a key stays: the later one, whatever comes first. Without it that is when the
   * statement is sent, so the row that is sent last.
   *
   * <p>All who write the table have to take such a time: a row that was written by the clock is
   * newer than all events before. Of two rows of a key with the same time each column keeps the larger value,
   * so give each change of a row a time of its own. A time in the future keeps all rows out that
   * come until then. A row of which it is NULL fails the run.
   *
   * @param component when what the row tells has happened
   * @return a changed copy
   */
  public CassandraSink<T> writtenAt(Fields.Timestamp<T> component) {
    return at(component);
  }

  /**
   * The same with a number that grows with each change of a row, such as a version. It is compared
   * with the microseconds since 1970 of rows that were written without one.
   *
   * @param component the number
   * @return a changed copy
   */
  public CassandraSink<T> writtenAt(Fields.PrimitiveLong<T> component) {
    return at(component);
  }

  private CassandraSink<T> at(Serializable accessor) {
    String name = PartitionColumns.name(accessor);
    PartitionColumns.columns(table.record(), name);
    List<String> names =
        table.record().components().stream().map(RecordComponentType::name).toList();
    return with(settings.writeTime(names.indexOf(name)));
  }

  @Override
  public Class<T> type() {
    return table.type();
  }

  @Override
  public String description() {
    return "%s (upsert by %s%s%s%s)"
        .formatted(
            table.place(),
            String.join(", ", key),
            settings.hasWriteTime() ? ", written at " + writeTime() : "",
            settings.keepsWhereNull() ? ", keeping where NULL" : "",
            settings.ttlSeconds() > 0 ? ", for " + settings.ttlSeconds() + " s" : "");
  }

  private String writeTime() {
    return table.record().components().get(settings.writeTime()).name();
  }

  @Override
  public Delivery delivery() {
    return Delivery.EXACTLY_ONCE;
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

  /** A row needs a time of writing, if it has one at all. */
  @Override
  public Set<String> required(SparkSession spark) {
    return settings.hasWriteTime() ? Set.of(writeTime()) : Set.of();
  }

  @Override
  public Written write(Dataset<Row> rows) {
    RowWriter<T> writer =
        new TableAccess(table.cluster(), table.name(), description())
            .call(open -> writer(open.real()));
    return Written.to(table.place()).withRows(writer.write(rows, table.type()));
  }

  /** By its keys an epoch may come as often as it likes. */
  @Override
  public Written write(Dataset<Row> rows, Epoch epoch) {
    return write(rows);
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
