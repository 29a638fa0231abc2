package dev.sluice.spark.files;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.FileRelations;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The types of columns that are directories ({@code column=value}). Spark guesses them from the
 * values that happen to be there: {@code 01} is a number, and a time is taken for one of the
 * session's zone. The record knows better.
 */
final class PartitionTypes {

  private PartitionTypes() {}

  /**
   * The schema to read files with, so that directories have the types of the record.
   *
   * @param files what Spark has loaded without a schema
   * @param columns the columns in the files
   * @param record the record
   * @return {@code columns}, then the directories of {@code files} with the record's types
   */
  static StructType of(Dataset<Row> files, StructType columns, RecordType record) {
    Set<String> directories = FileRelations.directories(files);
    Set<String> lower =
        directories.stream().map(d -> d.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return new StructType(
        Stream.concat(
            Arrays.stream(columns.fields())
                .filter(field -> !lower.contains(field.name().toLowerCase(Locale.ROOT))),
            Arrays.stream(files.schema().fields())
                .filter(field -> directories.contains(field.name()))
                .map(field -> typed(field, record)))
            .toArray(StructField[]::new));
  }

  private static StructField typed(StructField field, RecordType record) {
    Optional<DataType> type =
        record.components().stream()
            .filter(c -> c.column()
                .toLowerCase(Locale.ROOT)
                .equals(field.name().toLowerCase(Locale.ROOT)))
            .map(RecordComponentType::logicalType)
            .map(RecordSchemas::of)
            .findFirst();
    return type.map(t -> new StructField(field.name(), t, true, field.metadata())).orElse(field);
  }
}
