package dev.sluice.connect;

import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A sink that takes the batches of a stream, one after the other. After a failure the last batch is
 * written again, the same rows with the same epoch. Whether that has the effect of writing it once
 * is the sink's {@link #delivery}: by keys, by a ledger of epochs in the same transaction, or by the
 * target's own transaction ids.
 *
 * <pre>{@code
 * public Written write(Dataset<Row> rows, Epoch epoch) {
 *   if (ledger.has(epoch)) {
 *     return Written.skipped(place, epoch + " is there already");
 *   }
 *   …                                      // the rows and the epoch, in one transaction
 *   return Written.to(place);
 * }
 * }</pre>
 *
 * @param <T> the record each row is
 */
public interface EpochSink<T extends Record> extends Sink<T> {

  /**
   * Writes the rows of one epoch and returns when they are there.
   *
   * @param rows the rows; their columns are those of the record, by its column names, in the order
   *     of its components. They need not be computed if nothing is written
   * @param epoch which batch of which stream it is
   * @return what was written where, or why nothing was, such as an epoch that is there already
   */
  Written write(Dataset<Row> rows, Epoch epoch);

  /**
   * What repeating an epoch does to the target, as this sink is configured. Without it a sink
   * promises the least.
   *
   * @return {@link Delivery#AT_LEAST_ONCE} unless overridden
   */
  default Delivery delivery() {
    return Delivery.AT_LEAST_ONCE;
  }

  /**
   * What keeps this sink, as it is configured, from taking the batches of a stream, although its
   * type does, such as a mode that would replace each batch by the next one. It is called without a
   * session; {@link #write} fails for the same reasons.
   *
   * @return one sentence for each problem, with what to do; none unless overridden
   */
  default List<String> streamProblems() {
    return List.of();
  }

  /**
   * Looks for problems before a stream is started, as {@link Sink#check} does before a batch run:
   * besides what that finds, what only epochs need, such as a ledger.
   *
   * @param spark the session that would write
   * @return one sentence for each problem, each naming the place; those of {@link Sink#check} unless
   *     overridden
   */
  default List<String> checkStream(SparkSession spark) {
    return check(spark);
  }

  /**
   * The last epoch of a stream that the target has, where it is known. A stream that begins anew,
   * with an empty checkpoint and the epoch 0, must not have one: its first epochs would be taken for
   * repetitions, and their rows left out.
   *
   * @param spark the session that would write
   * @param stream what {@link Epoch#stream} is
   * @return the number of the epoch; empty if there is none, and unless overridden
   */
  default OptionalLong lastEpoch(SparkSession spark, String stream) {
    return OptionalLong.empty();
  }
}
