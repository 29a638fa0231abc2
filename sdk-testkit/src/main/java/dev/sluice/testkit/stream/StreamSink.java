package dev.sluice.testkit.stream;

import dev.sluice.connect.Epoch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sink of a driven stream got, by the sink's name. An epoch that comes again replaces what it
 * brought before, as in any sink that keeps its promise; {@link #deliveries} has both.
 *
 * @param <T> the record of its rows
 */
public final class StreamSink<T extends Record> {

  private final Class<T> type;
  private final String place;
  private final Map<Long, List<T>> epochs = new LinkedHashMap<>();
  private final List<Delivery<T>> deliveries = new ArrayList<>();
  private long seen = -1;

  StreamSink(Class<T> type, String place) {
    this.type = type;
    this.place = place;
  }

  /**
   * One writing of the sink.
   *
   * @param epoch the number of the epoch, from 0
   * @param rows what was written
   * @param <T> the record of the rows
   */
  public record Delivery<T extends Record>(long epoch, List<T> rows) {

    /** Copies the rows. */
    public Delivery {
      rows = List.copyOf(rows);
    }
  }

  /** The record of its rows. */
  public Class<T> type() {
    return type;
  }

  /** Its name, and where it was written. */
  public String place() {
    return place;
  }

  /** All rows so far, epoch by epoch. */
  public synchronized List<T> rows() {
    return epochs.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The rows of the epochs that came since the last call of this method. One that is repeated after
   * a crash is not new if it was seen before.
   */
  public synchronized List<T> newRows() {
    List<T> rows =
        epochs.entrySet().stream()
            .filter(epoch -> epoch.getKey() > seen)
            .flatMap(epoch -> epoch.getValue().stream())
            .toList();
    seen = epochs.keySet().stream().mapToLong(Long::longValue).max().orElse(seen);
    return rows;
  }

  /** All writings, in their order, those that a crash made in vain as well. */
  public synchronized List<Delivery<T>> deliveries() {
    return List.copyOf(deliveries);
  }

  synchronized void deliver(Epoch epoch, List<T> rows) {
    epochs.put(epoch.id(), List.copyOf(rows));
    deliveries.add(new Delivery<>(epoch.id(), rows));
  }

  @Override
  public String toString() {
    return place;
  }
}
