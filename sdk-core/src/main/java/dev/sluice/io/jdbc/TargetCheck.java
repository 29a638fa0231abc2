package dev.sluice.io.jdbc;

import dev.sluice.connect.WriteMode;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Finds what keeps the rows of a record out of a table, before any row is computed.
 *
 * @param table the target
 * @param mode what is to be done there
 * @param newer the component that decides, if one does
 * @param dialect the database's
 */
record TargetCheck(JdbcTable<?> table, WriteMode mode, Optional<String> newer, Dialect dialect) {

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
    Optional<RealTable> found = RealTable.find(connection, table.name());
    if (found.isEmpty()) {
      problems.add(
          "there is no such table%s; this makes one: %s"
              .formatted(RealTable.suggestion(connection, table.name()), newTable()));
      return problems;
    }
    RealTable real = found.get();
    RecordSchemas.storingProblems(written(real, spark), record()).forEach(problems::add);
    if (mode instanceof WriteMode.Upsert upsert) {
      List<String> key = upsert.key().stream().map(this::column).toList();
      if (!real.isKey(key)) {
        problems.add(
            "the key (%s) is neither the primary key nor a unique index of the table, which has %s: take one of these, or make an index"
                .formatted(
                    String.join(", ", key),
                    real.keys().isEmpty()
                        ? "none"
                        : real.keys().stream()
                            .map(columns -> "(" + String.join(", ", columns) + ")")
                            .collect(Collectors.joining(", "))));
      }
    }
    return problems;
  }

  private RecordType record() {
    return table.record();
  }

  private String column(String component) {
    return record().component(component).orElseThrow().column();
  }

  /** The columns that a row fills: those of the record, and what the database cannot fill itself. */
  private StructType written(RealTable real, SparkSession spark) {
    StructType all = table.schema(spark);
    List<String> columns = record().columns();
    return new StructType(
        Arrays.stream(all.fields())
            .filter(
                field -> columns.stream().anyMatch(field.name()::equalsIgnoreCase)
                    || real.column(field.name())
                        .filter(column -> !column.nullable() && !column.filled())
                        .isPresent())
            .toArray(StructField[]::new));
  }

  private String newTable() {
    List<String> key = mode instanceof WriteMode.Upsert upsert ? upsert.key() : List.of();
    return NewTable.text(dialect, table.name(), record(), key);
  }
}
