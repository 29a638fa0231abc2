package dev.sluice.io.jdbc;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text that makes a table for a record. */
final class NewTable {

  private NewTable() {}

  /**
   * {@code CREATE TABLE}, for somebody to read and to change.
   *
   * @param key the components of the primary key; none if there is none
   */
  static String text(Dialect dialect, TableName name, RecordType record, List<String> key) {
    Stream<String> columns =
        record.components().stream()
            .map(
                c -> "%s %s%s"
                    .formatted(
                        dialect.quoted(c.column()),
                        type(dialect, c, key),
                        c.nullable() && !key.contains(c.name()) ? "" : " NOT NULL"));
    Stream<String> primaryKey =
        key.isEmpty()
            ? Stream.empty()
            : Stream.of(
                key.stream()
                    .map(c -> record.component(c).map(RecordComponentType::column).orElseThrow())
                    .map(dialect::quoted)
                    .collect(Collectors.joining(", ", "PRIMARY KEY (", ")")));
    return "CREATE TABLE %s (%s)"
        .formatted(
            dialect.quoted(name.parts()),
            Stream.concat(columns, primaryKey).collect(Collectors.joining(", ")));
  }

  private static String type(Dialect dialect, RecordComponentType component, List<String> key) {
    String type = dialect.type(component.logicalType()).orElse("?");
    return key.contains(component.name()) ? dialect.keyType(type) : type;
  }
}
