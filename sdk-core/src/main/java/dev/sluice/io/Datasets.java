package dev.sluice.io;

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
}
