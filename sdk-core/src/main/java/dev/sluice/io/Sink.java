package dev.sluice.io;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Where the rows of a stage go. A {@code Stage<T>} takes only a {@code Sink<T>}: javac refuses a
 * sink of another record.
 *
 * <p>Sluice brings sinks for files, tables and lists. To connect something else, implement this
 * interface:
 *
 * <pre>{@code
 * record CassandraSink<T extends Record>(Class<T> type, String keyspace, String table) implements Sink<T> {
 *   public String description() {
 *     return "cassandra " + keyspace + "." + table;
 *   }
 *
 *   public Set<SinkCapability> capabilities() {
 *     return Set.of(SinkCapability.APPEND, SinkCapability.UPSERT);
 *   }
 *
 *   public Written write(Dataset<Row> rows) {
 *     rows.write().format("org.apache.spark.sql.cassandra").option("keyspace", keyspace).option("table", table)
 *         .mode("append").save();
 *     return Written.to(keyspace + "." + table);
 *   }
 * }
 * }</pre>
 *
 * <p>A sink is an immutable description. Making one touches neither Spark nor the outside world;
 * only {@link #check} and {@link #write} do. Different sinks of a pipeline are written by several
 * threads at once.
 *
 * @param <T> the record each row is
 */
public interface Sink<T extends Record> {

  /**
   * The record each row is.
   *
   * @return the record class
   */
  Class<T> type();

  /**
   * A few words for plans, reports and errors: the kind, then the place, such as {@code parquet
   * /data/daily_sales (overwrite)}. It must not contain a secret.
   *
   * @return the description, in one line
   */
  String description();

  /**
   * What this sink does as it is configured: a file sink set to overwrite has {@link
   * SinkCapability#OVERWRITE}, not {@link SinkCapability#APPEND}.
   *
   * @return the capabilities
   */
  Set<SinkCapability> capabilities();

  /**
   * Writes the rows and returns when they are there. This is the call that makes Spark compute
   * them; it should start one job only, because each further action computes the rows again.
   *
   * <p>If it throws, what a reader of the target sees should be as it was before the call; a sink
   * that cannot promise that says so in its documentation and has not {@link
   * SinkCapability#TRANSACTIONAL}.
   *
   * @param rows the rows; their columns are those of the record, by its column names, in the order
   *     of its components
   * @return what was written where; rows and bytes are counted elsewhere, from Spark's own metrics
   */
  Written write(Dataset<Row> rows);

  /**
   * Looks for problems before any job is started: a target that is there though it must not be, a
   * place that cannot be written to, a table of other columns.
   *
   * @param spark the session that would write
   * @return one sentence for each problem, each naming the place; empty if there is none
   */
  default List<String> check(SparkSession spark) {
    return List.of();
  }

  /**
   * What this sink writes to, so that a pipeline that also reads it, or writes to it twice, can be
   * refused. It is called without a session.
   *
   * @return the resources; empty if nobody else can see what is written
   */
  default Set<ResourceId> writes() {
    return Set.of();
  }

  /**
   * What this sink writes to in the end, with what only the session knows: the database of a table,
   * the place of its files. It is called before each run; nothing may be computed for it.
   *
   * @param spark the session that would write
   * @return the resources; those of {@link #writes()} unless overridden
   */
  default Set<ResourceId> writes(SparkSession spark) {
    return writes();
  }

  /**
   * A source that gives back exactly the rows of the last {@link #write}, cheaply: for a stage that
   * several others need, the runner can then write it once and let the others read the output, in
   * place of computing or caching it.
   *
   * @return the source; empty if what is there afterwards is not just what was written, or if
   *     reading it is not cheap
   */
  default Optional<Source<T>> readBack() {
    return Optional.empty();
  }
}
