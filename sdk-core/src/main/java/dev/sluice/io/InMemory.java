package dev.sluice.io;

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
