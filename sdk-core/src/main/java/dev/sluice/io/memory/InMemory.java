package dev.sluice.io.memory;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.RowFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows in this JVM's memory, for tests and small data. */
public final class InMemory {

  private InMemory() {}

  /**
   * Records as a source.
   *
   * @param type the record each row is
   * @param rows the records, none of them null; copied
   * @param <T> the record
   * @return the source
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> BoundedSource<T> rows(Class<T> type, List<T> rows) {
    return new InMemorySource<>(type, List.copyOf(rows));
  }

  /**
   * Texts as a source, each one row in some format. A text that is no row is rejected, with its
   * reason.
   *
   * @param format how a row is written
   * @param texts the texts; null is allowed, and rejected
   * @param <T> the record each row is
   * @return the source
   */
  public static <T extends Record> BoundedSource<T> texts(
      RowFormat<T> format, List<String> texts) {
    return new InMemoryTexts<>(format, Collections.unmodifiableList(new ArrayList<>(texts)));
  }

  /**
   * A sink that keeps the rows as records.
   *
   * @param type the record each row is
   * @param <T> the record
   * @return a new sink, empty at first
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> InMemorySink<T> sink(Class<T> type) {
    return new InMemorySink<>(type);
  }
}
