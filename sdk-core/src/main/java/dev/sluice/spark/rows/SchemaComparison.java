package dev.sluice.spark.rows;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.text.ClosestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Walks a schema and a record side by side and collects what differs. */
public final class SchemaComparison {

  private final List<SchemaDifference> differences = new ArrayList<>();

  List<SchemaDifference> compare(StructType actual, RecordType expected) {
    compare(actual, expected, "");
    return List.copyOf(differences);
  }

  private void compare(StructType actual, RecordType expected, String prefix) {
    Map<String, StructField> unread = new LinkedHashMap<>();
    for (StructField field : actual.fields()) {
      unread.put(field.name(), field);
    }
    List<RecordComponentType> missing = new ArrayList<>();
    for (RecordComponentType component : expected.components()) {
      Optional<StructField> found = find(actual, component.column());
      if (found.isEmpty()) {
        missing.add(component);
        continue;
      }
      StructField field = found.get();
      unread.remove(field.name());
      String path = prefix + component.column();
      if (!field.name().equals(component.column())) {
        differences.add(new SchemaDifference.CaseDiffers(path, field.name()));
      }
      compare(field.dataType(), component.logicalType(), path, inRecord(expected, component));
    }
    for (RecordComponentType component : missing) {
      // Only columns that nobody else reads can be the one that was meant.
      differences.add(
          new SchemaDifference.Missing(
              prefix + component.column(),
              inRecord(expected, component),
              sql(RecordSchemas.of(component.logicalType())),
              ClosestName.to(component.column(), unread.keySet())));
    }
    unread.forEach(
        (name, field) -> differences.add(
            new SchemaDifference.Extra(
                prefix + name, sql(field.dataType()), expected.simpleName())));
  }

  private void compare(DataType actual, ColumnType expected, String path, String component) {
    if (expected instanceof Struct struct && actual instanceof StructType fields) {
      compare(fields, struct.recordType(), path + ".");
    } else if (expected instanceof ListOf list && actual instanceof ArrayType array) {
      compare(array.elementType(), list.element(), path + "[]", component);
    } else if (expected instanceof MapOf map && actual instanceof MapType entries) {
      compare(entries.keyType(), map.key(), path + "{key}", component);
      compare(entries.valueType(), map.value(), path + "{value}", component);
    } else {
      compareLeaf(actual, RecordSchemas.of(expected), path, component);
    }
  }

  private void compareLeaf(DataType actual, DataType expected, String path, String component) {
    if (TypeWidening.sameValues(actual, expected)) {
      return;
    }
    differences.add(
        TypeWidening.isLossless(actual, expected)
            ? new SchemaDifference.Widened(path, component, sql(actual), sql(expected))
            : new SchemaDifference.Retyped(path, component, sql(actual), sql(expected)));
  }

  /** The column of exactly this name, or else one that differs in case alone. */
  public static Optional<StructField> find(StructType schema, String column) {
    return Arrays.stream(schema.fields())
        .filter(field -> field.name().equals(column))
        .findFirst()
        .or(
            () -> Arrays.stream(schema.fields())
                .filter(f -> f.name()
                    .toLowerCase(Locale.ROOT)
                    .equals(column.toLowerCase(Locale.ROOT)))
                .findFirst());
  }

  public static String inRecord(RecordType record, RecordComponentType component) {
    return record.simpleName() + "." + component.name();
  }

  private static String sql(DataType type) {
    return type.sql();
  }
}
