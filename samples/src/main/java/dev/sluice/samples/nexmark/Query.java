package dev.sluice.samples.nexmark;

import dev.sluice.Stage;
import dev.sluice.io.file.CsvFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One of the queries.
 *
 * @param number from 0 to 23
 * @param title what it asks for
 * @param way by which part of the language it runs as a stream
 * @param definition the query in the language
 * @param plain the same in plain Java
 * @param files where its rows go, if it is about that
 * @param settled what of the rows does not depend on when they came
 * @param byClock whether the time of the machine is part of it
 * @param <T> the record of its rows
 */
record Query<T extends Record>(
    int number,
    String title,
    String way,
    Function<Sources, Stage<T>> definition,
    Function<Events, List<T>> plain,
    Optional<Function<Path, CsvFiles<T>>> files,
    UnaryOperator<List<T>> settled,
    boolean byClock) {

  static <T extends Record> Query<T> of(
      int number,
      String title,
      String way,
      Function<Sources, Stage<T>> definition,
      Function<Events, List<T>> plain) {
    return new Query<>(
        number, title, way, definition, plain, Optional.empty(), rows -> rows, false);
  }

  /** The same, whose rows are written to files and read again. */
  Query<T> into(Function<Path, CsvFiles<T>> directory) {
    return new Query<>(
        number, title, way, definition, plain, Optional.of(directory), settled, byClock);
  }

  /** The same, of whose rows only that is compared. */
  Query<T> settledBy(UnaryOperator<List<T>> what) {
    return new Query<>(number, title, way, definition, plain, files, what, byClock);
  }

  /** The same, for which time has to go by. */
  Query<T> waitingForTheClock() {
    return new Query<>(number, title, way, definition, plain, files, settled, true);
  }

  String name() {
    return "q" + number;
  }

  @Override
  public String toString() {
    return name() + " " + title;
  }
}
