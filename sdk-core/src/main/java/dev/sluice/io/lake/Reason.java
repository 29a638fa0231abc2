package dev.sluice.io.lake;

import dev.sluice.connect.Secrets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;

/** What a table format's exceptions mean for who gets them. */
final class Reason {

  private static final Set<String> MISSING =
      Set.of(
          "TABLE_OR_VIEW_NOT_FOUND",
          "SCHEMA_NOT_FOUND",
          "PATH_NOT_FOUND",
          "DELTA_MISSING_DELTA_TABLE",
          "DELTA_PATH_DOES_NOT_EXIST",
          "DELTA_TABLE_NOT_FOUND");

  private static final Pattern CONFLICT =
      Pattern.compile(
          "(io|org)\\..*delta\\..*(Concurrent|MetadataChanged|ProtocolChanged).*"
              + "|org\\.apache\\.iceberg\\.exceptions\\.CommitFailedException");

  private Reason() {}

  /** Whether there is no table. */
  static boolean isMissing(Throwable failure) {
    return failure instanceof AnalysisException analysis
        && MISSING.contains(String.valueOf(analysis.getCondition()));
  }

  /** Whether another writer was quicker, so that nothing was written. */
  static boolean isConflict(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .limit(100)
        .anyMatch(
            t -> CONFLICT.matcher(t.getClass().getName()).matches()
                || String.valueOf(t.getMessage()).startsWith("Found conflicting"));
  }

  /** The message in one line, without Spark's plan. */
  static String of(Throwable failure) {
    return Secrets.masked(
        String.valueOf(failure.getMessage())
            .lines()
            .takeWhile(line -> !line.startsWith("'") && !line.startsWith("== "))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(" ")));
  }
}
