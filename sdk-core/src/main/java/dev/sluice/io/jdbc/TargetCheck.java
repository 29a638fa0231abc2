package dev.sluice.io.jdbc;

import dev.sluice.connect.WriteMode;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.text.ClosestName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what keeps the rows of a record out of a table, before any row is computed.
 *
 * @param sink what is to be done
 * @param dialect the database's
 */
record TargetCheck(JdbcSink<?> sink, Dialect dialect) {

  private static final Logger LOG = LoggerFactory.getLogger(TargetCheck.class);
  private static final int MICROSECONDS = 6;

  List<String> problems(Connection connection, SparkSession spark) throws SQLException {
    List<String> problems = new ArrayList<>();
    for (RecordComponentType component : record().components()) {
      if (!ValueBinder.takes(component.logicalType())) {
        problems.add(
            "%s.%s is a %s, for which databases have no column: make a text or a number of it before"
                .formatted(
                    record().simpleName(),
                    component.name(),
                    RecordSchemas.of(component.logicalType()).sql()));
      }
    }
    Optional<RealTable> found = RealTable.find(connection, sink.table().name());
    if (found.isEmpty()) {
      if (!sink.settings().create()) {
        problems.add(
            "there is no such table%s; createIfMissing() makes one: %s"
                .formatted(
                    RealTable.suggestion(connection, sink.table().name()), sink.createTable()));
      }
      return problems;
    }
    RealTable real = found.get();
    StructType columns =
        sink.table().schema(spark, Relation.of(connection, dialect, real));
    RecordSchemas.storingProblems(written(columns, real), record()).forEach(problems::add);
    keyProblem(real).ifPresent(problems::add);
    record().components().forEach(component -> warnOfCoarseTimes(component, real));
    if (sink.mode() instanceof WriteMode.Overwrite
        && sink.settings().clearing() == Clearing.RENAME) {
      problems.addAll(renamingProblems(connection, real));
    }
    return problems;
  }

  private Optional<String> keyProblem(RealTable real) {
    if (!(sink.mode() instanceof WriteMode.Upsert upsert)) {
      return Optional.empty();
    }
    List<String> key = upsert.key().stream().map(this::column).toList();
    String keys =
        real.keys().stream()
            .map(columns -> "(" + String.join(", ", columns) + ")")
            .collect(Collectors.joining(", "));
    return real.isKey(key)
        ? Optional.empty()
        : Optional.of(
            "the key (%s) is neither the primary key nor a unique index of the table, which has %s: take one of these, or make an index"
                .formatted(String.join(", ", key), keys.isEmpty() ? "none" : keys));
  }

  /** Most times have no microseconds, so that it may be right. */
  private void warnOfCoarseTimes(RecordComponentType component, RealTable real) {
    boolean fine =
        component.logicalType() == Scalar.TIMESTAMP
            || component.logicalType() == Scalar.TIMESTAMP_NTZ;
    real.column(component.column())
        .filter(column -> fine && column.digits() >= 0 && column.digits() < MICROSECONDS)
        .ifPresent(
            column -> LOG.warn(
                "{}: column \"{}\" keeps {} digits of a second, {}.{} has {}: the others are lost",
                sink.description(),
                column.name(),
                column.digits(),
                record().simpleName(),
                component.name(),
                MICROSECONDS));
  }

  private List<String> renamingProblems(Connection connection, RealTable real)
      throws SQLException {
    if (dialect.twin("", "").isEmpty()) {
      return List.of(
          "this database renames no two tables at once: take overwrite() without byRename()");
    }
    List<String> lost = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(dialect.lost())) {
      for (int i = 1; i <= 2; i++) {
        statement.setString(i, real.parts().get(real.parts().size() - 3 + i));
      }
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          lost.add(found.getString(1));
        }
      }
    }
    return lost.isEmpty()
        ? List.of()
        : List.of(
            "it has %s, which a table in its place would not have: take overwrite() without byRename()"
                .formatted(String.join(", ", lost)));
  }

  private RecordType record() {
    return sink.table().record();
  }

  private String column(String component) {
    return record().component(component).orElseThrow().column();
  }

  /**
   * The columns that a row fills: those of the record, and what the database cannot fill itself; and
   * those that were probably meant by one that is missing.
   */
  private StructType written(StructType all, RealTable real) {
    List<String> others = new ArrayList<>();
    real.columns().stream()
        .map(RealColumn::name)
        .filter(name -> record().columns().stream().noneMatch(name::equalsIgnoreCase))
        .forEach(others::add);
    Set<String> meant =
        record().columns().stream()
            .filter(column -> real.column(column).isEmpty())
            .flatMap(column -> ClosestName.to(column, others).stream())
            .collect(Collectors.toSet());
    return new StructType(
        Arrays.stream(all.fields())
            .filter(
                field -> !others.contains(field.name())
                    || meant.contains(field.name())
                    || real.column(field.name())
                        .filter(column -> !column.nullable() && !column.filled())
                        .isPresent())
            .toArray(StructField[]::new));
  }
}
