package dev.sluice.io.lake;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table as it is.
 *
 * @param columns its columns
 * @param partitions what it is partitioned by: columns, or functions of them as the table's format
 *     writes them
 */
record RealTable(StructType columns, List<String> partitions) {

  /** The table; empty if there is none. */
  static Optional<RealTable> find(SparkSession spark, LakeFormat format, LakeName name) {
    try {
      format.refresh(spark, name);
      return Optional.of(
          new RealTable(spark.table(name.sql()).schema(), partitions(spark, name)));
    } catch (Exception e) { // an AnalysisException, which is not declared
      if (Reason.isMissing(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static List<String> partitions(SparkSession spark, LakeName name) {
    List<String> partitions = new ArrayList<>();
    boolean among = false;
    for (Row row : spark.sql("DESCRIBE TABLE " + name.sql()).collectAsList()) {
      String first = row.getString(0);
      if (first.startsWith("# Partition")) {
        among = true;
      } else if (among
          && (first.isEmpty() || first.startsWith("# ") && !first.equals("# col_name"))) {
        break;
      } else if (among && !first.startsWith("#")) {
        partitions.add(first.matches("Part \\d+") ? row.getString(1) : first);
      }
    }
    return partitions;
  }

  /** The components that have no column. */
  List<RecordComponentType> missing(RecordType record) {
    return record.components().stream()
        .filter(component -> column(component.column()).isEmpty())
        .toList();
  }

  /**
   * A sentence for each column that cannot keep its component, and for each that has to have a
   * value and would get none.
   *
   * @param adding whether missing columns are added before
   */
  List<String> storingProblems(RecordType record, boolean adding) {
    StructType written =
        new StructType(
            Arrays.stream(columns.fields())
                .filter(
                    field -> !field.nullable()
                        || record.columns().stream().anyMatch(field.name()::equalsIgnoreCase))
                .toArray(StructField[]::new));
    if (adding) {
      for (RecordComponentType component : missing(record)) {
        written =
            written.add(component.column(), RecordSchemas.of(component.logicalType()), true);
      }
    }
    return RecordSchemas.storingProblems(written, record);
  }

  private Optional<StructField> column(String name) {
    return Arrays.stream(columns.fields())
        .filter(field -> field.name().equalsIgnoreCase(name))
        .findFirst();
  }
}
