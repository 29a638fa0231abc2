package dev.sluice.streaming.checkpoint;

import dev.sluice.streaming.bridge.SourceNames;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * How Spark knows the sources of a checkpoint again, as it was fixed in the first epoch.
 *
 * @param byName by their names; else by their order
 * @param known the names of those of which it has an offset, or their numbers
 * @param isInHand whether an epoch was begun that is not done, and is going to be repeated
 */
record SourceOffsets(boolean byName, Set<String> known, boolean isInHand) {

  SourceOffsets {
    known = Set.copyOf(known);
  }

  /**
   * Of a checkpoint; one that is damaged is taken for one by order.
   *
   * @param hasState whether the query remembers anything
   */
  static SourceOffsets of(
      CheckpointFiles files, SparkFiles written, SparkSession spark, boolean hasState) {
    if (written.offsets().isEmpty()) {
      return new SourceOffsets(SourceNames.areWanted(spark, hasState), Set.of(), false);
    }
    Optional<LogFile> last = last(files, written);
    return new SourceOffsets(
        last.filter(LogFile::isByName).isPresent(),
        last.map(log -> log.offsets().keySet()).orElse(Set.of()),
        written.lastPlanned() > written.lastDone());
  }

  private static Optional<LogFile> last(CheckpointFiles files, SparkFiles written) {
    try {
      return LogFile.ofEpoch(files, written.lastPlanned());
    } catch (IOException e) {
      return Optional.empty(); // is told as damage
    }
  }
}
