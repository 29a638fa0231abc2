package dev.sluice.testkit.stream;

import dev.sluice.streaming.StreamInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A source of a driven stream, by the name of its stage. Rows that are pushed wait until the driver
 * processes them, and then come in one epoch.
 *
 * @param <T> the record of its rows
 */
public final class StreamSource<T extends Record> {

  private final StreamInput<T> input;
  private final List<T> waiting = new ArrayList<>();

  StreamSource(Class<T> type) {
    this.input = StreamInput.of(type);
  }

  /**
   * Adds rows to the next epoch.
   *
   * @param rows none of them null
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final StreamSource<T> push(T... rows) {
    return push(Arrays.asList(rows));
  }

  /** Adds rows to the next epoch. */
  public StreamSource<T> push(List<T> rows) {
    waiting.addAll(List.copyOf(rows));
    return this;
  }

  /**
   * Adds rows that are known to be of its record only while the program runs.
   *
   * @throws ClassCastException if one is not
   */
  public StreamSource<T> pushAll(List<? extends Record> rows) {
    return push(rows.stream().map(input.type()::cast).toList());
  }

  StreamInput<T> input() {
    return input;
  }

  boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  /** Hands the rows over that wait. */
  void deliver() {
    if (!waiting.isEmpty()) {
      input.add(waiting);
      waiting.clear();
    }
  }

  /** Gives the stream an epoch without rows. */
  void deliverNothing() {
    input.add(List.of());
  }
}
