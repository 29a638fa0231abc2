package dev.sluice.streaming.checkpoint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of Spark's state stores: for each operator, partition and store the changes of each
 * epoch, and from time to time the whole. A version is the last whole one with all changes after it.
 */
final class StateFiles {

  /** {@code 0/3/17.delta}, {@code 0/3/left-keyToNumValues/17.snapshot}, {@code 0/3/17_id.zip}. */
  private static final Pattern FILE =
      Pattern.compile(
          "((\\d{1,9})/(\\d{1,9})(?:/[^/_.][^/]*)?)/(\\d{1,18})(?:_[^/.]*)?\\.(delta|changelog|snapshot|zip)");

  private static final Pattern WHOLE = Pattern.compile("snapshot|zip");

  private record Store(String name, TreeSet<Long> changes, TreeSet<Long> wholes) {
    Store(String name) {
      this(name, new TreeSet<>(), new TreeSet<>());
    }

    /** The version that is missing to have this one. */
    Optional<Long> missing(long version) {
      for (long v = version; v > 0 && !wholes.contains(v); v--) {
        if (!changes.contains(v)) {
          return Optional.of(v);
        }
      }
      return Optional.empty();
    }
  }

  private final Map<String, Store> stores = new TreeMap<>();
  private final TreeSet<String> partitions = new TreeSet<>();
  private Optional<String> empty = Optional.empty();

  private StateFiles() {}

  /** Files by their names below the directory of state, each with its length. */
  static StateFiles of(Map<String, Long> files) {
    StateFiles state = new StateFiles();
    files.forEach(state::add);
    return state;
  }

  private void add(String name, long length) {
    Matcher file = FILE.matcher(name);
    if (!file.matches()) {
      return;
    }
    if (length == 0) {
      empty = Optional.of(name);
    }
    partitions.add(file.group(2) + "/" + file.group(3));
    Store store = stores.computeIfAbsent(file.group(1), Store::new);
    long version = Long.parseLong(file.group(4));
    (WHOLE.matcher(file.group(5)).matches() ? store.wholes() : store.changes()).add(version);
  }

  /**
   * What is missing to have a version of all stores, or damaged.
   *
   * @param operators how many operators have state at least
   * @param each how many partitions each has at least
   * @param version the version
   */
  Optional<String> missing(int operators, int each, long version) {
    if (empty.isPresent()) {
      return Optional.of(empty.get() + " is empty");
    }
    for (int operator = 0; operator < operators; operator++) {
      for (int partition = 0; partition < each; partition++) {
        if (!partitions.contains(operator + "/" + partition)) {
          return Optional.of("%d/%d has no files".formatted(operator, partition));
        }
      }
    }
    return stores.values().stream()
        .flatMap(
            store -> store.missing(version).stream()
                .map(v -> "%s has no version %d".formatted(store.name(), v)))
        .findFirst();
  }
}
