package dev.sluice.connect;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A source that can be followed without end, as a stream. If it is a {@link BoundedSource} too, a
 * batch run reads what there is now by the same definition.
 *
 * @param <T> the record each row is
 */
public non-sealed interface UnboundedSource<T extends Record> extends Source<T> {

  /**
   * The rows that come, as a streaming dataset. Nothing is started yet.
   *
   * @param context where and under which name the stream is read
   * @return the rows, with the columns that {@link Source} describes
   */
  Dataset<Row> readStream(StreamContext context);
}
