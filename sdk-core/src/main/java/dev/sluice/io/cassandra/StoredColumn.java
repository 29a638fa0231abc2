package dev.sluice.io.cassandra;

import dev.sluice.record.ColumnType;
import java.io.Serializable;

/**
 * A component and the column that it is stored in.
 *
 * @param component its name in Java, for messages
 * @param type its type
 * @param column the column
 */
record StoredColumn(String component, ColumnType type, CqlColumn column) implements Serializable {

  /** How values are read. */
  CqlValue reading() {
    return CqlValue.reading(column.type(), type).orElseThrow();
  }

  /** How values are written. */
  CqlValue writing() {
    return CqlValue.of(column.type(), type).orElseThrow();
  }

  /** The value as the driver takes it. */
  Object toCql(CqlValue codec, Object value) {
    try {
      return value == null ? null : codec.toCql().apply(value);
    } catch (UnfitValueException e) {
      throw new UnfitValueException(
          "%s for column \"%s\": %s".formatted(component, column.name(), e.getMessage()));
    }
  }

  /** The value as a row has it. */
  Object fromCql(CqlValue codec, Object value) {
    try {
      return value == null ? null : codec.fromCql().apply(value);
    } catch (UnfitValueException e) {
      throw new UnfitValueException(
          "column \"%s\" for %s: %s".formatted(column.name(), component, e.getMessage()));
    }
  }
}
