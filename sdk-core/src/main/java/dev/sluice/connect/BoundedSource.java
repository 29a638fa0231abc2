package dev.sluice.connect;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A source that has an end, so that a batch run can read all of it. A connector that Spark loads by
 * name needs a few lines only:
 *
 * <pre>{@code
 * record XmlFiles<T extends Record>(Class<T> type, String path) implements BoundedSource<T> {
 *   public String description() {
 *     return "xml " + path;
 *   }
 *
 *   public Dataset<Row> read(SparkSession spark) {
 *     return spark.read().format("xml").option("rowTag", "row").load(path);
 *   }
 * }
 * }</pre>
 *
 * @param <T> the record each row is
 */
public non-sealed interface BoundedSource<T extends Record> extends Source<T> {

  /**
   * The rows there are now. Nothing is computed yet: as with Spark's own readers the work is done
   * when the dataset is used.
   *
   * @param spark the session to read with
   * @return the rows, with the columns that {@link Source} describes
   */
  Dataset<Row> read(SparkSession spark);
}
