package dev.sluice.io;

import dev.sluice.expr.FieldReader;
import dev.sluice.plan.ExprNode;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Columns a sink divides, buckets or sorts its rows by, found in the record by their accessors. */
public final class PartitionColumns {

  private PartitionColumns() {}

  /** The names of accessors given as method references. */
  public static String[] names(Serializable[] accessors) {
    return FieldReader.fields(accessors).stream()
        .map(
            node -> {
              if (node instanceof ExprNode.Field field) {
                return field.accessor();
              }
              throw new IllegalArgumentException(
                  "a lambda has no column name: write a method reference such as Order::price");
            })
        .toArray(String[]::new);
  }

  /** The component that an accessor names. */
  public static String name(Serializable accessor) {
    return names(new Serializable[]{accessor})[0];
  }

  /** The columns of components that become directories. */
  public static List<String> of(RecordType record, String... components) {
    List<String> columns = columns(record, components);
    if (columns.size() == record.components().size()) {
      throw new IllegalArgumentException(
          "partitionBy: all components of %s would be directories; none is left for the files"
              .formatted(record.simpleName()));
    }
    for (String component : components) {
      ColumnType type = record.component(component).orElseThrow().logicalType();
      if (!(type instanceof ColumnType.Scalar
          || type instanceof ColumnType.Decimal
          || type instanceof ColumnType.Enumeration)
          || type == ColumnType.Scalar.BINARY) {
        throw new IllegalArgumentException(
            "partitionBy: %s.%s cannot be the name of a directory"
                .formatted(record.simpleName(), component));
      }
    }
    return columns;
  }

  /** The columns of components, all known and none twice. */
  public static List<String> columns(RecordType record, String... components) {
    List<String> columns =
        Arrays.stream(components)
            .map(
                name -> record
                    .component(name)
                    .map(RecordComponentType::column)
                    .orElseThrow(() -> unknown(record, name)))
            .toList();
    if (columns.stream().distinct().count() != columns.size()) {
      throw new IllegalArgumentException(
          "a component is named twice: " + String.join(", ", components));
    }
    return columns;
  }

  private static IllegalArgumentException unknown(RecordType record, String name) {
    String hint = record.suggestion(name).map(s -> "; did you mean " + s + "?").orElse("");
    return new IllegalArgumentException(
        "%s has no component %s%s".formatted(record.simpleName(), name, hint));
  }
}
