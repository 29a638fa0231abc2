package dev.sluice.run;

import dev.sluice.connect.Secrets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What was read from one source. A number that is not known is empty, never 0.
 *
 * @param name the name of the source in the pipeline
 * @param description what it reads, as the source describes itself
 * @param rows the rows read. If the source was read several times this is the largest single
 *     reading, not the sum. A format that can skip data by a filter, such as Parquet, does not
 *     count what it skipped.
 * @param malformed the rows that could not be parsed
 * @param bytes the size of the files read
 * @param files the number of files read
 * @param reads how many times the source was read; more than once if several sinks need it and it
 *     is not kept
 * @param leftOut how many of the rows read are none on purpose, and were left out, such as
 *     messages without a value; empty if the source has no such
 * @param doubtful the rows that were read and look as if something else was meant, for each doubt
 *     that the source counts
 */
public record SourceReport(
    String name,
    String description,
    OptionalLong rows,
    OptionalLong malformed,
    OptionalLong bytes,
    OptionalLong files,
    OptionalLong reads,
    OptionalLong leftOut,
    List<RuleCount> doubtful) {

  /** Of a source that leaves nothing out and doubts nothing. */
  public SourceReport(
      String name,
      String description,
      OptionalLong rows,
      OptionalLong malformed,
      OptionalLong bytes,
      OptionalLong files,
      OptionalLong reads) {
    this(
        name,
        description,
        rows,
        malformed,
        bytes,
        files,
        reads,
        OptionalLong.empty(),
        List.of());
  }

  /**
   * Checks that nothing is null.
   *
   * @throws NullPointerException if a component is null
   */
  public SourceReport {
    Objects.requireNonNull(name, "name");
    description = Secrets.masked(description);
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(malformed, "malformed");
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(reads, "reads");
    Objects.requireNonNull(leftOut, "leftOut");
    doubtful = List.copyOf(doubtful);
  }

  SourceReport plus(SourceReport other) {
    return new SourceReport(
        name,
        description,
        Sums.plus(rows, other.rows),
        Sums.plus(malformed, other.malformed),
        Sums.plus(bytes, other.bytes),
        Sums.plus(files, other.files),
        Sums.plus(reads, other.reads),
        Sums.plus(leftOut, other.leftOut),
        Sums.byName(doubtful, other.doubtful, RuleCount::rule, RuleCount::plus));
  }
}
