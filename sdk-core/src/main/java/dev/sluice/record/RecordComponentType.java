package dev.sluice.record;

import java.lang.reflect.Type;
import java.util.Objects;

/**
 * One component of a record: a column of the rows the record describes.
 *
 * @param name the component's name in Java, which is its accessor's name
 * @param column the column's name in the data, after {@link ColumnName} and {@link ColumnNaming}
 * @param javaType the declared type with its type arguments
 * @param rawType the declared type without them
 * @param logicalType what the type means as a column
 */
public record RecordComponentType(
    String name, String column, Type javaType, Class<?> rawType, ColumnType logicalType) {

  /** Checks the parts. */
  public RecordComponentType {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(javaType, "javaType");
    Objects.requireNonNull(rawType, "rawType");
    Objects.requireNonNull(logicalType, "logicalType");
  }

  /**
   * Whether the component can hold a null.
   *
   * @return false for a primitive, true for everything else
   */
  public boolean nullable() {
    return !rawType.isPrimitive();
  }
}
