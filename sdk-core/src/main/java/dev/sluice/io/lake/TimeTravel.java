package dev.sluice.io.lake;

import java.time.Instant;
import java.util.Optional;

/**
 * Which state of a table is read.
 *
 * @param clause behind the table's name in a statement; empty for the state of now
 * @param words the same for people
 */
record TimeTravel(Optional<String> clause, String words) {

  static final TimeTravel NOW = new TimeTravel(Optional.empty(), "");

  static TimeTravel number(String word, long number) {
    return new TimeTravel(Optional.of("VERSION AS OF " + number),
        " at %s %d".formatted(word, number));
  }

  /** A state that has a name, which is a literal here and no syntax. */
  static TimeTravel named(String word, String name) {
    return new TimeTravel(
        Optional.of("VERSION AS OF '%s'".formatted(name.replace("\\", "\\\\").replace("'", "\\'"))),
        " at %s %s".formatted(word, name));
  }

  /** A literal with its zone, so that none of a session counts. */
  static TimeTravel asOf(Instant time) {
    return new TimeTravel(
        Optional.of("TIMESTAMP AS OF TIMESTAMP '%s'".formatted(time)), " as of " + time);
  }

  boolean isNow() {
    return clause.isEmpty();
  }
}
