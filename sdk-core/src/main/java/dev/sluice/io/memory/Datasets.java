package dev.sluice.io.memory;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.RowFormat;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Datasets as sources and as sinks: the way from Spark's own API into a pipeline, and back. */
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

  /**
   * The batches of a stream for code of one's own, each as a dataset of records, one after the other.
   *
   * <pre>{@code
   * stage.sink("scores", Datasets.forEachBatch(Score.class, (scores, epoch) ->
   *     scores.write().mode("overwrite").parquet(out + "/epoch=" + epoch.id())).idempotent());
   * }</pre>
   *
   * <p>After a failure the code is called again with the same epoch, and what it had done before is
   * still there. Rows are there at least once; whether they count once is the code's affair, and
   * {@link DatasetSink#idempotent} declares that they do.
   *
   * @param type the record each row is
   * @param writer the code; it runs on the driver
   * @param <T> the record
   * @return a sink for streams
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> DatasetSink<T> forEachBatch(
      Class<T> type, EpochWriter<T> writer) {
    return DatasetSink.of(type, writer);
  }
}
