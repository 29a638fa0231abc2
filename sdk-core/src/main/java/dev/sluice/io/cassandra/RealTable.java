package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.sluice.io.ColumnByName;
import dev.sluice.io.cassandra.CqlColumn.Kind;
import dev.sluice.text.ClosestName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table as the server has it now; what the driver knows of tables may be older.
 *
 * @param name its name
 * @param columns all of its columns
 */
record RealTable(CqlName name, List<CqlColumn> columns) {

  /**
   * The table of this name.
   *
   * @throws NoSuchTable if there is none, saying which may be meant
   */
  static RealTable of(CqlSession session, CqlName name) {
    List<CqlColumn> columns =
        session
            .execute(
                "SELECT column_name, kind, position, type FROM system_schema.columns WHERE keyspace_name = ? AND table_name = ?",
                name.keyspace(),
                name.table())
            .all()
            .stream()
            .map(
                row -> new CqlColumn(
                    row.getString(0),
                    Kind.of(row.getString(1)),
                    row.getInt(2),
                    CqlType.of(row.getString(3))))
            .toList();
    if (columns.isEmpty()) {
      throw missing(session, name);
    }
    return new RealTable(name, columns);
  }

  private static NoSuchTable missing(CqlSession session, CqlName name) {
    List<String> keyspaces =
        names(session, "SELECT keyspace_name FROM system_schema.keyspaces");
    if (!keyspaces.contains(name.keyspace())) {
      return new NoSuchTable(
          "there is no keyspace %s%s".formatted(name.keyspace(), meant(name.keyspace(), keyspaces)),
          false);
    }
    List<String> tables =
        names(
            session,
            "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?",
            name.keyspace());
    return new NoSuchTable(
        "there is no table %s in keyspace %s%s"
            .formatted(name.table(), name.keyspace(), meant(name.table(), tables)),
        true);
  }

  private static List<String> names(CqlSession session, String query, Object... values) {
    return session.execute(query, values).all().stream().map(row -> row.getString(0)).toList();
  }

  private static String meant(String wrong, List<String> known) {
    return ClosestName.to(wrong, known).map(n -> "; did you mean " + n + "?").orElse("");
  }

  /** A table that is not there. */
  static final class NoSuchTable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean keyspaceIsThere;

    private NoSuchTable(String message, boolean keyspaceIsThere) {
      super(message);
      this.keyspaceIsThere = keyspaceIsThere;
    }

    boolean keyspaceIsThere() {
      return keyspaceIsThere;
    }
  }

  /** The column of this name, without regard to case unless there are two. */
  Optional<CqlColumn> column(String wanted) {
    return ColumnByName.in(columns, CqlColumn::name, wanted);
  }

  /** The columns that say where a row is. */
  List<CqlColumn> partitionKey() {
    return ordered(Kind.PARTITION_KEY).toList();
  }

  /** The columns that no two rows have in common. */
  List<CqlColumn> primaryKey() {
    return Stream.concat(ordered(Kind.PARTITION_KEY), ordered(Kind.CLUSTERING)).toList();
  }

  private Stream<CqlColumn> ordered(Kind kind) {
    return columns.stream()
        .filter(column -> column.kind() == kind)
        .sorted(Comparator.comparingInt(CqlColumn::position));
  }

  /** As messages have it: {@code (id, day)}. */
  static String text(List<CqlColumn> columns) {
    return "(" + String.join(", ", columns.stream().map(CqlColumn::name).toList()) + ")";
  }
}
