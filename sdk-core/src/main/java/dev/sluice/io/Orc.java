package dev.sluice.io;

import dev.sluice.record.RecordType;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What ORC files cannot hold, or do not keep; other formats have no problems here. */
public final class Orc {

  private Orc() {}

  /** Whether Spark knows the format by this name. */
  public static boolean is(String format) {
    return format.equalsIgnoreCase("orc");
  }

  /** A sentence for each column that could not be read as it was written. */
  public static List<String> readingProblems(
      String format, RecordType record, Collection<String> directories) {
    return is(format)
        ? Stream.concat(
            OrcNames.problems(record, directories), OrcTimes.problems(record, directories))
            .toList()
        : List.of();
  }

  /** A sentence for each column that could not be read back as it is. */
  public static List<String> storingProblems(
      String format, RecordType record, Collection<String> directories) {
    return is(format)
        ? Stream.concat(
            OrcKeys.problems(record), readingProblems(format, record, directories).stream())
            .toList()
        : List.of();
  }
}
