package dev.sluice.io.memory;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.RowFormat;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Datasets that exist already, as sources: the way from Spark's own API into a pipeline. */
public final class Datasets {

  private Datasets() {}

  /**
   * A dataset as a source. Its columns are found by name; narrower types are widened, further
   * columns are left out.
   *
   * @param type the record each row is
   * @param rows the dataset; it must be of the session the pipeline runs in
   * @param <T> the record
   * @return the source
   * @throws IllegalArgumentException if the record cannot describe rows, or lists every column that
   *     is missing in the dataset or of another type
   */
  public static <T extends Record> BoundedSource<T> of(Class<T> type, Dataset<Row> rows) {
    return DatasetSource.of(type, rows);
  }

  /**
   * The texts in a column of a dataset as a source, such as the values of messages, or a column of
   * another stage ({@code stage.toDataset(spark)}). A text that is no row is rejected, with its
   * reason; so is NULL. The other columns are left out.
   *
   * @param format how a row is written
   * @param rows the dataset; it must be of the session the pipeline runs in
   * @param column the name of a column of texts, or of bytes in UTF-8
   * @param <T> the record each row is
   * @return the source
   * @throws IllegalArgumentException if the column is of another type
   */
  public static <T extends Record> BoundedSource<T> texts(
      RowFormat<T> format, Dataset<Row> rows, String column) {
    return new DatasetTexts<>(format, rows, column);
  }
}
