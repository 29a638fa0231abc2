package dev.sluice.ml.mllib;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that a transformer is given.
 *
 * @param record of the rows
 * @param neverNull the components that are never NULL
 */
record InputColumns(RecordType record, Set<String> neverNull) {

  static final DataType VECTOR = SQLDataTypes.VectorType();

  /** Lists of numbers, which a stage that wants a vector can have as one. */
  Set<String> lists() {
    return Arrays.stream(RecordSchemas.of(record).fields())
        .filter(field -> field.dataType() instanceof ArrayType list
            && list.elementType().equals(DataTypes.DoubleType))
        .map(StructField::name)
        .collect(Collectors.toSet());
  }

  /** The columns that can be NULL. */
  Set<String> nullable() {
    return record.components().stream()
        .filter(component -> !neverNull.contains(component.name()))
        .map(RecordComponentType::column)
        .collect(Collectors.toSet());
  }

  /**
   * Their types.
   *
   * @param vectors lists that are given as vectors
   */
  StructType schema(Set<String> vectors) {
    Set<String> nullable = nullable();
    return new StructType(
        Arrays.stream(RecordSchemas.of(record).fields())
            .map(
                field -> new StructField(
                    field.name(),
                    vectors.contains(field.name()) ? VECTOR : field.dataType(),
                    nullable.contains(field.name()),
                    field.metadata()))
            .toArray(StructField[]::new));
  }

  /** For messages. */
  List<String> names() {
    return record.components().stream().map(RecordComponentType::column).toList();
  }
}
