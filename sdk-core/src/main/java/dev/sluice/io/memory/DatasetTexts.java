package dev.sluice.io.memory;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Texts;
import dev.sluice.spark.bridge.RelationBridge;
import dev.sluice.spark.rows.Columns;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The texts in a column of a dataset as a source. */
record DatasetTexts<T extends Record>(RowFormat<T> format, Dataset<Row> rows, String column)
    implements BoundedSource<T> {

  DatasetTexts {
    String type = rows.select(Columns.named(column)).schema().apply(0).dataType().sql();
    if (!Set.of("STRING", "BINARY").contains(type)) {
      throw new IllegalArgumentException(
          "column %s is %s; a format reads a column of texts or of bytes".formatted(column, type));
    }
  }

  @Override
  public Class<T> type() {
    return format.type();
  }

  @Override
  public String description() {
    return "%s in column %s of a dataset".formatted(format.description(), column);
  }

  @Override
  public boolean mayReject() {
    return true;
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    return format.parse(Texts.of(rows, column));
  }

  @Override
  public Set<ResourceId> reads(SparkSession spark) {
    return RelationBridge.resources(rows);
  }

  @Override
  public List<String> check(SparkSession spark) {
    return rows.sparkSession() == spark
        ? format.problems(List.of()).stream().map(p -> description() + ": " + p).toList()
        : List.of(description() + ": it belongs to another session than the pipeline runs in");
  }
}
