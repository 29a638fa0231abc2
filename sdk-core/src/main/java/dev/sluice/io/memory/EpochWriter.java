package dev.sluice.io.memory;

import dev.sluice.connect.Epoch;
import org.apache.spark.sql.Dataset;

/**
 * What is done with the rows of each batch of a stream, in code of one's own.
 *
 * @param <T> the record each row is
 */
@FunctionalInterface
public interface EpochWriter<T extends Record> {

  /**
   * Writes the rows and returns when they are where they belong. If the stream fails before the next
   * epoch has begun, this is called again with the same rows and the same epoch.
   *
   * @param rows the rows; each action on them computes them again
   * @param epoch which batch of which stream it is
   * @throws Exception if they cannot be written; the stream fails then
   */
  void write(Dataset<T> rows, Epoch epoch) throws Exception;
}
