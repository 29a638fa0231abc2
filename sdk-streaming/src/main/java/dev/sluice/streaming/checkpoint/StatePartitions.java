package dev.sluice.streaming.checkpoint;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * In how many partitions state is kept. Spark reads it from its log of offsets, but up to version
 * 4.2.0 it does not write it there in the first run of a query with named sources (SPARK-59662): with
 * another setting the next run would not find the state. So it is kept in the fingerprint too, and told
 * to Spark where its log does not have it.
 *
 * @param number how many
 * @param toTell what has to be set in the session that the query starts in
 */
record StatePartitions(String number, Map<String, String> toTell) {

  /** What an epoch is computed with; Spark fixes it for state in the first one. */
  static final String SHUFFLES = "spark.sql.shuffle.partitions";

  private static final String OF_STATE = "spark.sql.streaming.internal.stateStore.partitions";

  StatePartitions {
    toTell = Map.copyOf(toTell);
  }

  /**
   * Those of a checkpoint.
   *
   * @param wanted how many a new one gets
   */
  static StatePartitions of(
      CheckpointFiles files, SparkFiles written, Fingerprint fingerprint, String wanted)
      throws IOException {
    if (written.offsets().isEmpty()) {
      return new StatePartitions(wanted, Map.of());
    }
    Optional<String> last = of(files, written.lastPlanned());
    String number = last.orElse(fingerprint.partitions());
    return new StatePartitions(
        number, last.isPresent() ? Map.of() : Map.of(OF_STATE, number));
  }

  private static Optional<String> of(CheckpointFiles files, long epoch) throws IOException {
    return LogFile.ofEpoch(files, epoch).flatMap(log -> log.setting(SHUFFLES));
  }
}
