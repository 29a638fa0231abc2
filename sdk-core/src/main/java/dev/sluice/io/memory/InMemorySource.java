package dev.sluice.io.memory;

import dev.sluice.connect.BoundedSource;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordRows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Records in memory as a source. */
record InMemorySource<T extends Record>(Class<T> type, List<T> rows) implements BoundedSource<T> {

  InMemorySource {
    RecordType.of(type).requireValid();
  }

  @Override
  public String description() {
    return "in memory, %d rows of %s".formatted(rows.size(), type.getSimpleName());
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    return RecordRows.dataset(spark, rows, type);
  }
}
