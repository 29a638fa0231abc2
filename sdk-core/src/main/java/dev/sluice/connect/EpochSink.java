package dev.sluice.connect;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A sink that takes the batches of a stream, one after the other. After a failure the last batch is
 * written again with the same epoch, so writing an epoch twice must have the effect of writing it
 * once: by keys, by a ledger of epochs in the same transaction, or by the target's own transaction
 * ids.
 *
 * @param <T> the record each row is
 */
public interface EpochSink<T extends Record> extends Sink<T> {

  /**
   * Writes the rows of one epoch and returns when they are there.
   *
   * @param rows the rows; their columns are those of the record, by its column names, in the order
   *     of its components
   * @param epoch which batch of which stream it is
   * @return what was written where, or why nothing was, such as an epoch that is there already
   */
  Written write(Dataset<Row> rows, Epoch epoch);
}
