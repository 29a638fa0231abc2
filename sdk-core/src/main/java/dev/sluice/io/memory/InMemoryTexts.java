package dev.sluice.io.memory;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Texts;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Texts in memory as a source. */
record InMemoryTexts<T extends Record>(RowFormat<T> format, List<String> texts)
    implements BoundedSource<T> {

  private static final String VALUE = "value";
  private static final StructType ROW = new StructType().add(VALUE, DataTypes.StringType);

  @Override
  public Class<T> type() {
    return format.type();
  }

  @Override
  public String description() {
    return "%s in memory, %d texts".formatted(format.description(), texts.size());
  }

  @Override
  public boolean mayReject() {
    return true;
  }

  @Override
  public List<String> check(SparkSession spark) {
    return format.problems(List.of()).stream().map(p -> description() + ": " + p).toList();
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    return format.parse(
        Texts.of(
            spark.createDataFrame(texts.stream().map(text -> RowFactory.create(text)).toList(),
                ROW),
            VALUE));
  }
}
