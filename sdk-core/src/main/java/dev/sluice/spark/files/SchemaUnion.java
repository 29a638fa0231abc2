package dev.sluice.spark.files;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.FileSchema;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.rows.SchemaComparison;
import dev.sluice.spark.rows.TypeWidening;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Walks the schemas of several files and a record side by side and makes one schema to read all
 * files with.
 */
final class SchemaUnion {

  private final boolean parquet;
  private final boolean caseSensitive;
  private final List<String> problems = new ArrayList<>();

  /**
   * For files of one format.
   *
   * @param caseSensitive whether Spark finds a column by exactly its name alone
   */
  SchemaUnion(boolean parquet, boolean caseSensitive) {
    this.parquet = parquet;
    this.caseSensitive = caseSensitive;
  }

  /** The columns of all files; where their types differ, one that all their values fit into. */
  StructType join(List<FileSchema> files, RecordType record) {
    return struct(files.stream().map(f -> new Part(f.file(), f.columns())).toList(), record, "");
  }

  /** One sentence for each column of a file that cannot be read into the record. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** A type as one file has it. */
  private record Part(String file, DataType type) {

    Optional<Part> column(String name) {
      return SchemaComparison.find((StructType) type, name).map(f -> new Part(file, f.dataType()));
    }

    Part inside(Function<DataType, DataType> of) {
      return new Part(file, of.apply(type));
    }
  }

  private StructType struct(List<Part> parts, RecordType record, String prefix) {
    Map<String, StructField> fields = new LinkedHashMap<>();
    for (RecordComponentType component : record.components()) {
      String column = component.column();
      List<Part> found = parts.stream().flatMap(p -> p.column(column).stream()).toList();
      if (found.isEmpty()) {
        continue;
      }
      if (!component.nullable()) {
        parts.stream()
            .filter(part -> part.column(column).isEmpty())
            .findFirst()
            .ifPresent(part -> absent(part, prefix + column, record, component));
      }
      DataType type =
          one(
              found,
              component.logicalType(),
              prefix + column,
              SchemaComparison.inRecord(record, component));
      fields.put(
          column, DataTypes.createStructField(nameOf(parts, column, prefix + column), type, true));
    }
    for (Part part : parts) {
      for (StructField extra : ((StructType) part.type()).fields()) {
        if (fields.keySet().stream().noneMatch(extra.name()::equalsIgnoreCase)) {
          fields.put(extra.name(), extra);
        }
      }
    }
    return DataTypes.createStructType(fields.values().toArray(StructField[]::new));
  }

  /** As all files that have it write it, or else as the record does. */
  private String nameOf(List<Part> parts, String column, String path) {
    List<String> names =
        parts.stream()
            .flatMap(p -> SchemaComparison.find((StructType) p.type(), column).stream())
            .map(StructField::name)
            .distinct()
            .toList();
    if (names.size() > 1 && caseSensitive) {
      problems.add(
          "column \"%s\" is written %s in the files: only spark.sql.caseSensitive=false finds all of them"
              .formatted(path, String.join(", ", names)));
    }
    return names.size() == 1 ? names.get(0) : column;
  }

  private void absent(Part part, String path, RecordType record, RecordComponentType component) {
    problems.add(
        "column \"%s\" is not in the file %s, so it would be NULL there, which %s cannot be: use the type's class for the component, which may be null, or write the file anew"
            .formatted(path, part.file(), SchemaComparison.inRecord(record, component)));
  }

  private DataType one(List<Part> parts, ColumnType expected, String path, String component) {
    List<DataType> types = parts.stream().map(Part::type).distinct().toList();
    if (types.size() == 1) {
      return types.get(0);
    } else if (expected instanceof Struct struct && all(types, StructType.class)) {
      return struct(parts, struct.recordType(), path + ".");
    } else if (expected instanceof ListOf list && all(types, ArrayType.class)) {
      List<Part> elements = inside(parts, type -> ((ArrayType) type).elementType());
      return DataTypes.createArrayType(one(elements, list.element(), path + "[]", component));
    } else if (expected instanceof MapOf map && all(types, MapType.class)) {
      List<Part> keys = inside(parts, type -> ((MapType) type).keyType());
      List<Part> values = inside(parts, type -> ((MapType) type).valueType());
      return DataTypes.createMapType(
          one(keys, map.key(), path + "{key}", component),
          one(values, map.value(), path + "{value}", component));
    }
    return leaf(parts, types, RecordSchemas.of(expected), path, component);
  }

  private static boolean all(List<DataType> types, Class<? extends DataType> kind) {
    return types.stream().allMatch(kind::isInstance);
  }

  private static List<Part> inside(List<Part> parts, Function<DataType, DataType> of) {
    return parts.stream().map(part -> part.inside(of)).toList();
  }

  private DataType leaf(
      List<Part> parts, List<DataType> types, DataType expected, String path, String component) {
    List<Part> wrong = parts.stream().filter(part -> !fits(part.type(), expected)).toList();
    if (!wrong.isEmpty()) {
      problems.add(
          "column \"%s\" is %s in the file %s and another type elsewhere, but %s needs %s: write the file anew, or read it as a source of its own and convert in the pipeline"
              .formatted(
                  path, wrong.get(0).type().sql(), wrong.get(0).file(), component, expected.sql()));
      return expected;
    }
    DataType widest =
        types.stream()
            .filter(wide -> types.stream().allMatch(type -> fits(type, wide)))
            .findFirst()
            .orElse(expected);
    parts.stream()
        .filter(part -> parquet && !parquetReads(part.type(), widest))
        .findFirst()
        .ifPresent(
            part -> problems.add(
                "column \"%s\" is %s in the file %s and %s in another, which Spark cannot read as one column: write the file anew"
                    .formatted(path, part.type().sql(), part.file(), widest.sql())));
    return widest;
  }

  private static boolean fits(DataType narrow, DataType wide) {
    return TypeWidening.sameValues(narrow, wide) || TypeWidening.isLossless(narrow, wide);
  }

  /**
   * Whether Spark's reader of Parquet can widen so: measured, it refuses what loses nothing but
   * depends on how the numbers are stored.
   */
  private static boolean parquetReads(DataType file, DataType read) {
    boolean small = file.equals(DataTypes.ByteType) || file.equals(DataTypes.ShortType);
    if (read.equals(DataTypes.FloatType)) {
      return !small;
    }
    if (read instanceof DecimalType decimal && !(file instanceof DecimalType)) {
      int whole = decimal.precision() - decimal.scale();
      return file.equals(DataTypes.LongType) ? whole >= 20 : whole >= 10;
    }
    return true;
  }
}
