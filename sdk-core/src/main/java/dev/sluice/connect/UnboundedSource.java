package dev.sluice.connect;

import java.util.List;
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

  /**
   * Looks for problems before a stream is started or goes on, as {@link #check} does before a batch
   * run. What is only needed to begin may be gone when a stream goes on.
   *
   * @param context where and under which name the stream would be read
   * @return one sentence for each problem, each naming the place; those of {@link #check} unless
   *     overridden
   */
  default List<String> checkStream(StreamContext context) {
    return check(context.spark());
  }

  /**
   * What keeps this source, as it is configured, from being followed, although its type can be, such
   * as an end that was set. It is called without a session; {@link #readStream} fails for the same
   * reasons.
   *
   * @return one sentence for each problem, with what to do; none unless overridden
   */
  default List<String> streamProblems() {
    return List.of();
  }

  /**
   * What may surprise the author of a stream that follows this source as it is configured: rows that
   * are missing without a word, a first epoch without bounds. It is called without a session.
   *
   * @return one sentence for each doubt, with what to do; none unless overridden
   */
  default List<String> streamWarnings() {
    return List.of();
  }
}
