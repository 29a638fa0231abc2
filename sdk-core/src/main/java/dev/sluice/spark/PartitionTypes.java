package dev.sluice.spark;

import dev.sluice.plan.RecordComponentType;
import dev.sluice.plan.RecordType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The types of columns that are directories ({@code column=value}). Spark guesses them from the
 * values that happen to be there: {@code 01} is a number, and a time is taken for one of the
 * session's zone. The record knows better.
 */
public final class PartitionTypes {

  private PartitionTypes() {}

  /**
   * The schema to read files with, so that directories have the types of the record.
   *
   * @param files what Spark has loaded without a schema
   * @param record the record
   * @return the schema of {@code files}, with the record's types for its directories
   */
  public static StructType of(Dataset<Row> files, RecordType record) {
    Set<String> directories = directories(files);
    return new StructType(
        Arrays.stream(files.schema().fields())
            .map(field -> directories.contains(field.name()) ? typed(field, record) : field)
            .toArray(StructField[]::new));
  }

  private static StructField typed(StructField field, RecordType record) {
    Optional<DataType> type =
        record.components().stream()
            .filter(
                c ->
                    c.column()
                        .toLowerCase(Locale.ROOT)
                        .equals(field.name().toLowerCase(Locale.ROOT)))
            .map(RecordComponentType::logicalType)
            .map(RecordSchemas::of)
            .findFirst();
    return type.map(t -> new StructField(field.name(), t, true, field.metadata())).orElse(field);
  }

  /**
   * The columns that are directories.
   *
   * @param files what Spark has loaded
   * @return their names
   */
  public static Set<String> directories(Dataset<Row> files) {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) files).queryExecution().analyzed();
    Set<String> names = new HashSet<>();
    for (LogicalPlan leaf : CollectionConverters.asJava(plan.collectLeaves())) {
      if (leaf instanceof LogicalRelation relation
          && relation.relation() instanceof HadoopFsRelation found) {
        names.addAll(Arrays.asList(found.partitionSchema().fieldNames()));
      }
    }
    return names;
  }
}
