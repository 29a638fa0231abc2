package dev.sluice.io.memory;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.ResourceId;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.RelationBridge;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.rows.RecordShape;
import dev.sluice.spark.rows.SchemaDifference;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A dataset as a source. Its schema is known at once, so it is compared at once. */
record DatasetSource<T extends Record>(Class<T> type, Dataset<Row> rows)
    implements BoundedSource<T> {

  static <T extends Record> DatasetSource<T> of(Class<T> type, Dataset<Row> rows) {
    RecordType record = RecordType.of(type).requireValid();
    List<SchemaDifference> breaking =
        RecordSchemas.differences(rows.schema(), record).stream()
            .filter(SchemaDifference::breaksReading)
            .toList();
    if (!breaking.isEmpty()) {
      throw new IllegalArgumentException(
          breaking.stream()
              .map(SchemaDifference::sentence)
              .collect(
                  Collectors.joining(
                      "\n  - ", "the dataset is not of " + record.simpleName() + ":\n  - ", "")));
    }
    return new DatasetSource<>(type, RecordShape.of(rows, record));
  }

  @Override
  public String description() {
    return "dataset of " + type.getSimpleName();
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    return rows;
  }

  @Override
  public Set<ResourceId> reads(SparkSession spark) {
    return RelationBridge.resources(rows);
  }

  @Override
  public List<String> check(SparkSession spark) {
    return rows.sparkSession() == spark
        ? List.of()
        : List.of(description() + ": it belongs to another session than the pipeline runs in");
  }
}
