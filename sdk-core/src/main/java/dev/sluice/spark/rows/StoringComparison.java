package dev.sluice.spark.rows;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Enumeration;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.DeclaredColumns;
import dev.sluice.text.ClosestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VarcharType;

/**
 * Walks a table's schema and a record side by side and collects what the table could not keep of
 * the record's values. It is {@link SchemaComparison} in the other direction: there the data must
 * fit into the record, here the record into the columns.
 */
final class StoringComparison {

  private final List<String> problems = new ArrayList<>();

  List<String> compare(StructType table, RecordType record) {
    compare(DeclaredColumns.of(table), record, "");
    return List.copyOf(problems);
  }

  private void compare(StructType table, RecordType record, String prefix) {
    Map<String, StructField> unwritten = new LinkedHashMap<>();
    for (StructField field : table.fields()) {
      unwritten.put(field.name(), field);
    }
    List<RecordComponentType> missing = new ArrayList<>();
    for (RecordComponentType component : record.components()) {
      Optional<StructField> field = SchemaComparison.find(table, component.column());
      if (field.isEmpty()) {
        missing.add(component);
        continue;
      }
      unwritten.remove(field.get().name());
      if (prefix.isEmpty() && TextLengths.areLookedAt(component, field.get().dataType())) {
        continue;
      }
      compare(
          component.logicalType(),
          field.get().dataType(),
          prefix + component.column(),
          SchemaComparison.inRecord(record, component));
    }
    for (RecordComponentType component : missing) {
      problems.add(
          "column \"%s\" of %s is not in the table%s"
              .formatted(
                  prefix + component.column(),
                  SchemaComparison.inRecord(record, component),
                  ClosestName.to(component.column(), unwritten.keySet())
                      .map(
                          s -> "; did you mean \"%1$s\"? Then rename the component or add @ColumnName(\"%1$s\")"
                              .formatted(s))
                      .orElse("; add it to the table, or write a record without it")));
    }
    unwritten.forEach(
        (name, field) -> problems.add(
            "column \"%s\" (%s) of the table is not in record %s: add a component for it"
                .formatted(prefix + name, field.dataType().sql(), record.simpleName())));
  }

  private void compare(ColumnType written, DataType column, String path, String component) {
    if (written instanceof Struct struct && column instanceof StructType fields) {
      compare(fields, struct.recordType(), path + ".");
    } else if (written instanceof ListOf list && column instanceof ArrayType array) {
      compare(list.element(), array.elementType(), path + "[]", component);
    } else if (written instanceof MapOf map && column instanceof MapType entries) {
      compare(map.key(), entries.keyType(), path + "{key}", component);
      compare(map.value(), entries.valueType(), path + "{value}", component);
    } else if (!keeps(column, written)) {
      String needed = RecordSchemas.of(written).sql();
      problems.add(
          "column \"%s\" is %s in the table and cannot keep every %s of %s: make the column %3$s, or convert in the pipeline and give the component a type that fits"
              .formatted(path, column.sql(), needed, component));
    }
  }

  private static boolean keeps(DataType column, ColumnType written) {
    if (column instanceof CharType fixed) {
      return constantsHave(written, fixed.length(), fixed.length());
    }
    if (column instanceof VarcharType limited) {
      return constantsHave(written, 0, limited.length());
    }
    DataType type = RecordSchemas.of(written);
    if (column instanceof StringType && type instanceof StringType) {
      return true;
    }
    // Units of an interval, unlike those of the data that is read, may be too coarse here.
    return column.equals(type) || TypeWidening.isLossless(type, column);
  }

  /** Whether it is an enum, each constant of which has a name that is so long. */
  private static boolean constantsHave(ColumnType written, int least, int most) {
    return written instanceof Enumeration enumeration
        && Arrays.stream(enumeration.type().getEnumConstants())
            .mapToInt(constant -> ((Enum<?>) constant).name().length())
            .allMatch(length -> length >= least && length <= most);
  }
}
