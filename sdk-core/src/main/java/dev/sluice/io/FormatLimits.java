package dev.sluice.io;

import dev.sluice.record.RecordType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What files of a format cannot hold, or do not keep, and what reading and writing them needs. */
public final class FormatLimits {

  private FormatLimits() {}

  /** What to do if what Spark needs for the format is missing. */
  public static Optional<String> missing(String format) {
    return Avro.is(format) ? Avro.missing() : Optional.empty();
  }

  /**
   * A sentence for each column that could not be read as it was written.
   *
   * @param directories the columns that are not in the files
   */
  public static List<String> readingProblems(
      String format, RecordType record, Collection<String> directories) {
    return Avro.is(format)
        ? Avro.problems(record, directories)
        : Orc.readingProblems(format, record, directories);
  }

  /** A sentence for each column that could not be read back as it is. */
  public static List<String> storingProblems(
      String format, RecordType record, Collection<String> directories) {
    return Avro.is(format)
        ? Avro.problems(record, directories)
        : Orc.storingProblems(format, record, directories);
  }
}
