package dev.sluice.testkit;

import dev.sluice.record.RecordComponentType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What keeps actual rows from being the expected ones, in no order.
 *
 * @param matching the rows that are left over
 * @param others what the actual ones among them are called
 * @param keys the components that say which rows belong together; none if nothing does
 */
record RowsDifference<T extends Record>(
    Matching<T> matching, String others, List<RecordComponentType> keys, Sameness sameness) {

  List<String> lines() {
    List<T> missing = new ArrayList<>(matching.missing());
    List<T> unexpected = new ArrayList<>(matching.unexpected());
    List<String> lines = new ArrayList<>(new CommonDifference<>(matching, sameness).lines());
    lines.addAll(changedByKey(missing, unexpected));
    List<ChangedCells.Pair<T>> nearest = new NearestRows(sameness).pairs(missing, unexpected);
    lines.addAll(rows("missing", missing, !nearest.isEmpty()));
    lines.addAll(rows(others, unexpected, !nearest.isEmpty()));
    lines.addAll(
        new ChangedCells<>(
            "nearest to each other, only the cells that differ:",
            List.of("missing", others),
            sameness,
            nearest)
            .lines());
    return lines;
  }

  /** Takes out the rows whose key is on both sides, and shows where these differ. */
  private List<String> changedByKey(List<T> missing, List<T> unexpected) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<List<Object>, List<T>> byKey = new HashMap<>();
    unexpected.forEach(
        row -> byKey.computeIfAbsent(Sameness.key(row, keys), k -> new ArrayList<>()).add(row));
    List<ChangedCells.Pair<T>> changed = new ArrayList<>();
    for (T row : matching.missing()) {
      List<T> ofKey = byKey.getOrDefault(Sameness.key(row, keys), List.of());
      ofKey.stream()
          .min(Comparator.comparingInt(actual -> sameness.differing(row, actual).size()))
          .ifPresent(
              actual -> {
                removeThis(ofKey, actual);
                removeThis(missing, row);
                removeThis(unexpected, actual);
                changed.add(new ChangedCells.Pair<>(keyCells(row), row, actual));
              });
    }
    return new ChangedCells<>(
        "changed (%d), only the cells that differ:".formatted(changed.size()),
        keys.stream().map(RecordComponentType::name).toList(),
        sameness,
        changed)
        .lines();
  }

  private List<String> keyCells(T row) {
    return keys.stream().map(key -> ValueText.of(RecordParts.value(row, key.name()))).toList();
  }

  /** With their numbers where a table below refers to them. */
  private List<String> rows(String title, List<T> rows, boolean numbered) {
    Function<Integer, String> number =
        i -> numbered && rows.size() > 1 ? NearestRows.name(i) + ": " : "";
    return Shown.section(
        "%s (%d):".formatted(title, rows.size()),
        IntStream.range(0, rows.size()).boxed().toList(),
        Shown.ROWS,
        i -> number.apply(i) + ValueText.shortened(rows.get(i)) + howOften(rows.get(i)));
  }

  /** A row that is expected and found, but not as often, would otherwise look like a mistake. */
  private String howOften(T row) {
    long expected = matching.expected().stream().filter(r -> sameness.same(r, row)).count();
    long found = matching.actual().stream().filter(r -> sameness.same(row, r)).count();
    return expected > 0 && found > 0 ? " (expected %d, found %d)".formatted(expected, found) : "";
  }

  /** Removes this very row: an equal one may be left over too. */
  private static <T> void removeThis(List<T> rows, T row) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) == row) {
        rows.remove(i);
        return;
      }
    }
  }
}
