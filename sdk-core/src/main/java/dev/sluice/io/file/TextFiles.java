package dev.sluice.io.file;

import static org.apache.spark.sql.functions.col;

import dev.sluice.record.ColumnType;
import dev.sluice.spark.rows.Columns;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Text files: each line is a row, and no line is malformed.
 *
 * @param <T> the record each row is
 */
public final class TextFiles<T extends Record> extends FileSource<T, TextFiles<T>> {

  TextFiles(FileSpec<T> spec) {
    super(spec);
    if (spec.record().components().isEmpty()
        || spec.record().components().get(0).logicalType() != ColumnType.Scalar.STRING) {
      throw new IllegalArgumentException(
          "text: the first component of %s must be a String, which is the line"
              .formatted(spec.record().simpleName()));
    }
  }

  @Override
  TextFiles<T> with(FileSpec<T> changed) {
    return new TextFiles<>(changed);
  }

  @Override
  List<String> checkContent(SparkSession spark) {
    return Lines.of(spark, spec(), StandardCharsets.UTF_8).missing(columns().skip(1).toList());
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    spec().awaitWhole(spark);
    return rows(Lines.of(spark, spec(), StandardCharsets.UTF_8));
  }

  @Override
  List<String> checkStreamContent(SparkSession spark) {
    return checkContent(spark);
  }

  @Override
  Dataset<Row> stream(SparkSession spark, FileInput input) {
    return rows(
        Lines.of(spark, input, spec(), StandardCharsets.UTF_8, spec().paths(), Map.of()));
  }

  private Dataset<Row> rows(Lines lines) {
    String line = columns().findFirst().orElseThrow();
    Stream<Column> directories = columns().skip(1).map(Columns::named);
    return lines
        .rows()
        .select(
            Stream.concat(Stream.of(col(Lines.TEXT).as(line)), directories).toArray(Column[]::new));
  }

  private Stream<String> columns() {
    return spec().record().columns().stream();
  }
}
