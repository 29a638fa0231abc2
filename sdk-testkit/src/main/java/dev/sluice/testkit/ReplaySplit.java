package dev.sluice.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One way in which rows may come to a stream.
 *
 * @param epochs the rows of each epoch, in their order; none is empty
 */
record ReplaySplit(List<List<Arrival>> epochs) {

  /** Copies the lists, and leaves out epochs without rows. */
  ReplaySplit {
    epochs =
        epochs.stream().filter(epoch -> !epoch.isEmpty()).map(List::copyOf).toList();
  }

  /**
   * A row that comes from a source.
   *
   * @param source the name of the source
   * @param position which of its rows it is, as they were given
   * @param row the row
   */
  record Arrival(String source, int position, Record row) {}

  /** The rows of each source, as they come. */
  static Map<String, List<Record>> bySource(List<Arrival> arrivals) {
    Map<String, List<Record>> rows = new LinkedHashMap<>();
    arrivals.forEach(
        arrival -> rows.computeIfAbsent(arrival.source(), source -> new ArrayList<>())
            .add(arrival.row()));
    return rows;
  }

  List<Arrival> arrivals() {
    return epochs.stream().flatMap(List::stream).toList();
  }

  /** The rows of each source, as they were given: what a batch reads. */
  Map<String, List<Record>> asGiven() {
    return bySource(
        arrivals().stream().sorted(Comparator.comparingInt(Arrival::position)).toList());
  }

  /** The same with rows of these sources alone. */
  ReplaySplit of(Set<String> sources) {
    return new ReplaySplit(
        epochs.stream()
            .map(
                epoch -> epoch.stream()
                    .filter(arrival -> sources.contains(arrival.source()))
                    .toList())
            .toList());
  }

  /** The same without these rows of an epoch. */
  ReplaySplit without(int epoch, int from, int to) {
    List<List<Arrival>> fewer = new ArrayList<>(epochs);
    List<Arrival> rows = new ArrayList<>(epochs.get(epoch));
    rows.subList(from, to).clear();
    fewer.set(epoch, rows);
    return new ReplaySplit(fewer);
  }

  /** The same, with an epoch and the next one together. */
  ReplaySplit joined(int epoch) {
    List<List<Arrival>> fewer = new ArrayList<>(epochs);
    List<Arrival> rows = new ArrayList<>(epochs.get(epoch));
    rows.addAll(fewer.remove(epoch + 1));
    fewer.set(epoch, rows);
    return new ReplaySplit(fewer);
  }
}
