package dev.sluice.connect;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * Where the rows of a stage go. A {@code Stage<T>} takes only a {@code Sink<T>}: javac refuses a
 * sink of another record. What a sink can do is its type: a {@link BatchSink} is written by a batch
 * run, an {@link EpochSink} takes the batches of a stream, and a sink may be both.
 *
 * <p>Sluice brings sinks for files, tables and lists. To connect something else, implement one of
 * the two.
 *
 * <p>A sink is an immutable description. Making one touches neither Spark nor the outside world;
 * only {@link #check} and writing do. Different sinks of a pipeline are written by several threads
 * at once.
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
   * What becomes of the rows that are at the target already, as this sink is configured.
   *
   * @return the mode
   */
  WriteMode mode();

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
   * The components for which the target takes no NULL. A pipeline in which nothing rules NULL out for
   * one of them is refused before any job. It is called after {@link #check} has found no problem;
   * nothing may be computed for it.
   *
   * @param spark the session that would write
   * @return names of components of the record; none unless overridden
   */
  default Set<String> required(SparkSession spark) {
    return Set.of();
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
}
