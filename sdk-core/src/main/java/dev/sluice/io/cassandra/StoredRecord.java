package dev.sluice.io.cassandra;

import dev.sluice.io.cassandra.CqlColumn.Kind;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.text.ClosestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record and the table that holds it: which column each component is stored in, and what keeps
 * them apart.
 *
 * @param record the record
 * @param table the table as the server has it
 */
record StoredRecord(RecordType record, RealTable table) {

  /** The columns of the components, in their order; only if there are no problems. */
  List<StoredColumn> columns() {
    return record.components().stream()
        .map(c -> new StoredColumn(
            record.simpleName() + "." + c.name(), c.logicalType(),
            table.column(c.column()).orElseThrow()))
        .toList();
  }

  /** What keeps rows of the table from being the record. */
  List<String> readingProblems() {
    List<String> problems = new ArrayList<>();
    for (RecordComponentType component : record.components()) {
      Optional<CqlColumn> column = table.column(component.column());
      if (column.isEmpty()) {
        problems.add(missing(component));
      } else if (CqlValue.reading(column.get().type(), component.logicalType()).isEmpty()) {
        problems.add(retyped(component, column.get()));
      }
    }
    return problems;
  }

  /** What keeps the record from being a row of the table. */
  List<String> writingProblems() {
    List<String> problems = new ArrayList<>();
    boolean ofPartition = isOfPartition();
    for (RecordComponentType component : record.components()) {
      Optional<CqlColumn> column = table.column(component.column());
      if (column.isEmpty()) {
        problems.add(missing(component));
      } else if (column.get().type().is("counter")) {
        problems.add(
            "column \"%s\" is a counter, which can only be added to: adding is not repeatable, so a run that is repeated would count twice"
                .formatted(column.get().name()));
      } else if (CqlValue.of(column.get().type(), component.logicalType()).isEmpty()) {
        problems.add(retyped(component, column.get()));
      } else if (column.get().kind() == Kind.STATIC && !ofPartition) {
        problems.add(
            "column \"%s\" is static, one value for a whole partition, which each row would replace: write it with a record of %s and static columns alone"
                .formatted(column.get().name(), RealTable.text(table.partitionKey())));
      }
    }
    for (CqlColumn key : writtenKey()) {
      if (record.components().stream().noneMatch(c -> isOf(c, key))) {
        problems.add(
            "column \"%s\" is in the primary key %s, and %s has no component for it: add %s"
                .formatted(
                    key.name(),
                    RealTable.text(table.primaryKey()),
                    record.simpleName(),
                    key.name()));
      }
    }
    return problems;
  }

  /** The columns by which a row replaces another. */
  List<CqlColumn> writtenKey() {
    return isOfPartition() ? table.partitionKey() : table.primaryKey();
  }

  /** Whether it holds what partitions have, not rows: their key, and static columns. */
  private boolean isOfPartition() {
    return table.columns().stream().anyMatch(c -> c.kind() == Kind.STATIC)
        && record.components().stream()
            .allMatch(
                component -> table
                    .column(component.column())
                    .filter(
                        c -> c.kind() == Kind.PARTITION_KEY || c.kind() == Kind.STATIC)
                    .isPresent())
        && record.components().stream()
            .anyMatch(
                component -> table.column(component.column()).orElseThrow().kind() == Kind.STATIC);
  }

  private boolean isOf(RecordComponentType component, CqlColumn column) {
    return table.column(component.column()).filter(column::equals).isPresent();
  }

  private String missing(RecordComponentType component) {
    List<String> names = table.columns().stream().map(CqlColumn::name).toList();
    return "there is no column \"%s\" for %s.%s%s"
        .formatted(
            component.column(),
            record.simpleName(),
            component.name(),
            ClosestName.to(component.column(), names)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("; the table has " + String.join(", ", names)));
  }

  private String retyped(RecordComponentType component, CqlColumn column) {
    return "column \"%s\" is %s, and %s.%s is %s: %s"
        .formatted(
            column.name(),
            column.type(),
            record.simpleName(),
            component.name(),
            component.javaType().getTypeName().replaceAll("\\b[a-z]\\w*\\.", ""),
            CqlTypes.javaFor(column.type())
                .map("make the component %s"::formatted)
                .orElse("there is no component for that type, so leave it out of the record"));
  }

  /** A statement that makes a table for the record. */
  static String create(CqlName name, RecordType record, List<String> key) {
    List<String> lines = new ArrayList<>();
    for (RecordComponentType component : record.components()) {
      lines.add(
          CqlName.quoted(component.column()) + " " + CqlTypes.cqlFor(component.logicalType()));
    }
    List<String> columns =
        key.stream()
            .map(k -> CqlName.quoted(record.component(k).orElseThrow().column()))
            .toList();
    return "CREATE TABLE %s (%s, PRIMARY KEY (%s))"
        .formatted(name.quoted(), String.join(", ", lines), String.join(", ", columns));
  }

  /** Whether each type of the record has one of the server's. */
  static boolean canBeStored(RecordType record) {
    return record.components().stream()
        .map(RecordComponentType::logicalType)
        .allMatch(StoredRecord::canBeStored);
  }

  private static boolean canBeStored(ColumnType type) {
    return !CqlTypes.cqlFor(type).contains("?");
  }
}
