package dev.sluice.connect;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A sink that a batch run can write.
 *
 * <pre>{@code
 * record XmlSink<T extends Record>(Class<T> type, String path) implements BatchSink<T> {
 *   public String description() {
 *     return "xml " + path;
 *   }
 *
 *   public WriteMode mode() {
 *     return WriteMode.append();
 *   }
 *
 *   public Written write(Dataset<Row> rows) {
 *     rows.write().format("xml").option("rowTag", "row").mode("append").save(path);
 *     return Written.to(path);
 *   }
 * }
 * }</pre>
 *
 * @param <T> the record each row is
 */
public interface BatchSink<T extends Record> extends Sink<T> {

  /**
   * Writes the rows and returns when they are there. This is the call that makes Spark compute
   * them; it should start one job only, because each further action computes the rows again.
   *
   * <p>If it throws, what a reader of the target sees should be as it was before the call; a sink
   * that cannot promise that says so in its documentation.
   *
   * @param rows the rows; their columns are those of the record, by its column names, in the order
   *     of its components
   * @return what was written where, or why nothing was
   */
  Written write(Dataset<Row> rows);

  /**
   * A source that gives back exactly the rows of the last {@link #write}, cheaply: for a stage that
   * several others need, the runner can then write it once and let the others read the output, in
   * place of computing or caching it.
   *
   * @return the source; empty if what is there afterwards is not just what was written, or if
   *     reading it is not cheap
   */
  default Optional<BoundedSource<T>> readBack() {
    return Optional.empty();
  }
}
