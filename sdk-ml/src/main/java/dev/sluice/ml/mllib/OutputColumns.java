package dev.sluice.ml.mllib;

import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.rows.SchemaComparison;
import dev.sluice.spark.rows.SchemaDifference;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns that a transformer gives, and the components of a record that are read from them. */
final class OutputColumns {

  private static final ColumnType LIST = new ColumnType.ListOf(ColumnType.Scalar.DOUBLE);

  private OutputColumns() {}

  /**
   * Why the components cannot be read from the columns, a sentence each.
   *
   * @param unknown columns of which nothing can be said
   */
  static List<String> problems(StructType given, RecordType record, Set<String> unknown) {
    List<String> problems = new ArrayList<>();
    Set<String> told = new HashSet<>(unknown);
    for (RecordComponentType component : record.components()) {
      Optional<StructField> field = SchemaComparison.find(given, component.column());
      field
          .flatMap(column -> problem(column, component, record))
          .ifPresent(
              problem -> {
                problems.add(problem);
                told.add(component.column());
              });
    }
    RecordSchemas.differences(withLists(given), record).stream()
        .filter(SchemaDifference::breaksReading)
        .filter(difference -> !told.contains(difference.column()))
        .map(difference -> sentence(difference, given))
        .forEach(problems::add);
    return problems;
  }

  private static Optional<String> problem(
      StructField column, RecordComponentType component, RecordType record) {
    String read = SchemaComparison.inRecord(record, component);
    if (isVector(column) && !component.logicalType().equals(LIST)) {
      return Optional.of(
          "column \"%s\" is a vector, and %s is %s: declare it as List<Double>"
              .formatted(column.name(), read, component.rawType().getSimpleName()));
    }
    if (column.nullable() && !component.nullable()) {
      return Optional.of(
          "column \"%s\" can be NULL, and %s is a primitive %s: declare it as %s"
              .formatted(
                  column.name(),
                  read,
                  component.rawType().getSimpleName(),
                  MethodType.methodType(component.rawType()).wrap().returnType().getSimpleName()));
    }
    return Optional.empty();
  }

  private static String sentence(SchemaDifference difference, StructType given) {
    return difference instanceof SchemaDifference.Missing missing
        ? "%s: the transformer gives %s"
            .formatted(missing.sentence(), String.join(", ", given.fieldNames()))
        : difference.sentence().replace(" in the data, but ", " as the transformer gives it, but ");
  }

  private static boolean isVector(StructField column) {
    return column.dataType().equals(InputColumns.VECTOR);
  }

  private static StructType withLists(StructType given) {
    return new StructType(
        Arrays.stream(given.fields())
            .map(
                field -> isVector(field)
                    ? new StructField(
                        field.name(),
                        DataTypes.createArrayType(DataTypes.DoubleType, false),
                        field.nullable(),
                        field.metadata())
                    : field)
            .toArray(StructField[]::new));
  }

  /** The rows with lists of numbers for the vectors that a record has components for. */
  static Dataset<Row> withLists(Dataset<Row> rows, RecordType record) {
    Dataset<Row> listed = rows;
    for (RecordComponentType component : record.components()) {
      Optional<StructField> vector =
          SchemaComparison.find(rows.schema(), component.column())
              .filter(OutputColumns::isVector);
      if (vector.isPresent()) {
        String name = vector.get().name();
        listed =
            listed.withColumn(name, functions.vector_to_array(Columns.named(name), "float64"));
      }
    }
    return listed;
  }
}
