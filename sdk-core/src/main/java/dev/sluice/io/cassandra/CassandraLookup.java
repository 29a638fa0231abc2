package dev.sluice.io.cassandra;

import dev.sluice.connect.LookupSession;
import dev.sluice.connect.LookupStore;
import dev.sluice.record.ColumnType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * A table as a store for lookups: by its whole primary key, for which there is one row at most.
 *
 * @param table the table
 * @param keyType the key
 * @param parts its components
 */
record CassandraLookup<K, T extends Record>(
    CassandraTable<T> table, Class<K> keyType, List<KeyPart> parts) implements LookupStore<K, T> {

  /**
   * A component of the key.
   *
   * @param name its name, for messages
   * @param column the column of the table
   * @param type its type
   */
  record KeyPart(String name, String column, ColumnType type) implements Serializable {}

  CassandraLookup {
    parts = List.copyOf(parts);
  }

  @Override
  public Class<T> type() {
    return table.type();
  }

  @Override
  public String description() {
    return table.place();
  }

  @Override
  public List<String> check(SparkSession spark) {
    return access().problems(this::problems);
  }

  private TableAccess access() {
    return new TableAccess(table.cluster(), table.name(), description());
  }

  private List<String> problems(RealTable real) {
    List<String> problems = new ArrayList<>(stored(real).readingProblems());
    if (!table.reading().restrictions().isEmpty()) {
      problems.add("a lookup asks by key: leave out where(…)");
    }
    List<CqlColumn> key = real.primaryKey();
    List<CqlColumn> asked =
        parts.stream().flatMap(part -> real.column(part.column()).stream()).distinct().toList();
    if (asked.size() < parts.size() || asked.size() != key.size() || !asked.containsAll(key)) {
      problems.add(
          "it is looked up by its whole primary key %s, for which there is one row, not by (%s)"
              .formatted(
                  RealTable.text(key),
                  String.join(", ", parts.stream().map(KeyPart::column).toList())));
      return problems;
    }
    for (KeyPart part : parts) {
      CqlColumn column = real.column(part.column()).orElseThrow();
      if (CqlValue.of(column.type(), part.type()).isEmpty()) {
        problems.add(
            "column \"%s\" is %s, and %s of the key is %s: %s"
                .formatted(
                    column.name(),
                    column.type(),
                    part.name(),
                    part.type(),
                    CqlTypes.javaFor(column.type()).map("make it %s"::formatted).orElse("")));
      }
    }
    return problems;
  }

  private StoredRecord stored(RealTable real) {
    return new StoredRecord(table.record(), real);
  }

  private List<StoredColumn> keyColumns(RealTable real) {
    return parts.stream()
        .map(
            part -> new StoredColumn(
                part.name(), part.type(), real.column(part.column()).orElseThrow()))
        .toList();
  }

  @Override
  public LookupSession<K, T> open() {
    Driver.require();
    if (!table.cluster().isSet()) {
      throw new CassandraException("it has no contactPoints(…)");
    }
    Sessions.Lease lease;
    try {
      lease = Sessions.lease(table.cluster(), table.name().keyspace());
    } catch (RuntimeException e) {
      throw new CassandraException(Failures.sentence(e, table.cluster()));
    }
    try {
      RealTable real = RealTable.of(lease.session(), table.name());
      List<String> problems = problems(real);
      if (!problems.isEmpty()) {
        throw new CassandraException(String.join("; ", problems));
      }
      return new KeyReads<>(
          lease,
          table.cluster(),
          table.reading().consistency(),
          table.name(),
          stored(real).columns(),
          keyColumns(real),
          table.type());
    } catch (RuntimeException e) {
      if (Failures.isOfTheConnection(e)) {
        lease.broken();
      }
      lease.close();
      throw new CassandraException(Failures.sentence(e, table.cluster()));
    }
  }
}
