package dev.sluice.run;

import dev.sluice.connect.Secrets;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What was written to one sink, or why nothing was, and what that cost. A number that is not known
 * is empty, never 0. Rows, bytes and files are those that the sink itself told, if it did, else
 * Spark's.
 *
 * @param name the name of the sink in the pipeline
 * @param description where it writes, as the sink describes itself
 * @param location where the rows are, as the sink told when it was done; empty if it was not
 * @param status how its work ended
 * @param skipped why it wrote nothing, if its status is {@link RunStatus#SKIPPED}: it was to leave
 *     alone what is there; else empty
 * @param rows the rows written
 * @param bytes the size of what was written
 * @param files the number of files written
 * @param seconds the wall time of its work, in which the stages before it are computed too
 * @param partitions the number of parallel tasks that wrote
 * @param shuffleBytes the bytes that were exchanged between tasks
 * @param spillBytes the bytes put to disk because they did not fit into memory
 * @param peakMemoryBytes the most memory a single task used for sorts, joins and aggregates
 * @param error the message of the error it failed with; empty if it did not fail
 */
public record SinkReport(
    String name,
    String description,
    Optional<String> location,
    RunStatus status,
    Optional<String> skipped,
    OptionalLong rows,
    OptionalLong bytes,
    OptionalLong files,
    double seconds,
    OptionalLong partitions,
    OptionalLong shuffleBytes,
    OptionalLong spillBytes,
    OptionalLong peakMemoryBytes,
    Optional<String> error) {

  /**
   * Checks that nothing is null.
   *
   * @throws NullPointerException if a component is null
   */
  public SinkReport {
    Objects.requireNonNull(name, "name");
    description = Secrets.masked(description);
    location = location.map(Secrets::masked);
    Objects.requireNonNull(status, "status");
    skipped = skipped.map(Secrets::masked);
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(partitions, "partitions");
    Objects.requireNonNull(shuffleBytes, "shuffleBytes");
    Objects.requireNonNull(spillBytes, "spillBytes");
    Objects.requireNonNull(peakMemoryBytes, "peakMemoryBytes");
    error = error.map(Secrets::masked);
  }

  /** Of two errors the first is kept; what was written once was not skipped. */
  SinkReport plus(SinkReport other) {
    return new SinkReport(
        name,
        description,
        location.or(other::location),
        Sums.worse(status, other.status),
        skipped.filter(reason -> other.skipped.isPresent()),
        Sums.plus(rows, other.rows),
        Sums.plus(bytes, other.bytes),
        Sums.plus(files, other.files),
        seconds + other.seconds,
        Sums.larger(partitions, other.partitions),
        Sums.plus(shuffleBytes, other.shuffleBytes),
        Sums.plus(spillBytes, other.spillBytes),
        Sums.larger(peakMemoryBytes, other.peakMemoryBytes),
        error.or(other::error));
  }

  /**
   * The rows written in a second of wall time.
   *
   * @return the rate; empty if the rows are not known or no time passed
   */
  public OptionalDouble rowsPerSecond() {
    return rows.isPresent() && seconds > 0
        ? OptionalDouble.of(rows.getAsLong() / seconds)
        : OptionalDouble.empty();
  }
}
