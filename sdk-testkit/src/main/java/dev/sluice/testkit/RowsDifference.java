package dev.sluice.testkit;

import dev.sluice.plan.RecordComponentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What keeps actual rows from being the expected ones, in no order.
 *
 * @param matching the rows that are left over
 * @param others what the actual ones among them are called
 * @param keys the components that say which rows belong together; none if nothing does
 */
record RowsDifference<T extends Record>(
    Matching<T> matching, String others, List<RecordComponentType> keys, Sameness sameness) {

  /** The most rows on either side among which similar ones are looked for. */
  private static final int SEARCHED = 200;

  List<String> lines() {
    return keys.isEmpty() ? linesWithoutKeys() : linesByKey();
  }

  private List<String> linesByKey() {
    Map<List<Object>, List<T>> unexpected = new HashMap<>();
    matching
        .unexpected()
        .forEach(
            row ->
                unexpected
                    .computeIfAbsent(Sameness.key(row, keys), k -> new ArrayList<>())
                    .add(row));
    List<T> missing = new ArrayList<>();
    List<T> left = new ArrayList<>(matching.unexpected());
    List<ChangedCells.Pair<T>> changed = new ArrayList<>();
    for (T row : matching.missing()) {
      List<T> ofKey = unexpected.getOrDefault(Sameness.key(row, keys), List.of());
      if (ofKey.isEmpty()) {
        missing.add(row);
      } else {
        T actual = ofKey.remove(0);
        removeThis(left, actual);
        changed.add(new ChangedCells.Pair<>(keyCells(row), row, actual));
      }
    }
    List<String> lines = new ArrayList<>();
    List<String> names = keys.stream().map(RecordComponentType::name).toList();
    lines.addAll(
        new ChangedCells<>(
                "changed (%d), only the cells that differ:".formatted(changed.size()),
                names,
                sameness,
                changed)
            .lines());
    lines.addAll(rows("missing", missing));
    lines.addAll(rows(others, left));
    return lines;
  }

  private List<String> keyCells(T row) {
    return keys.stream().map(key -> ValueText.of(ChangedCells.value(row, key))).toList();
  }

  private List<String> linesWithoutKeys() {
    List<String> lines = new ArrayList<>();
    lines.addAll(rows("missing", matching.missing()));
    lines.addAll(rows(others, matching.unexpected()));
    lines.addAll(
        new ChangedCells<>(
                "nearest to each other, only the cells that differ:",
                List.of("missing", others),
                sameness,
                nearest())
            .lines());
    return lines;
  }

  private static <T extends Record> List<String> rows(String title, List<T> rows) {
    return Shown.section("%s (%d):".formatted(title, rows.size()), rows, Shown.ROWS, ValueText::of);
  }

  /** Left-over rows that are alike in at least half of their components. */
  private List<ChangedCells.Pair<T>> nearest() {
    List<ChangedCells.Pair<T>> pairs = new ArrayList<>();
    List<T> missing = matching.missing().stream().limit(Shown.ROWS).toList();
    List<T> candidates = matching.unexpected().stream().limit(SEARCHED).toList();
    boolean[] used = new boolean[candidates.size()];
    for (int i = 0; i < missing.size(); i++) {
      int best = -1;
      int fewest = RecordParts.of(missing.get(i)).record().components().size() / 2 + 1;
      for (int j = 0; j < candidates.size(); j++) {
        int differing = sameness.differing(missing.get(i), candidates.get(j)).size();
        if (!used[j] && differing < fewest) {
          best = j;
          fewest = differing;
        }
      }
      if (best >= 0) {
        used[best] = true;
        pairs.add(
            new ChangedCells.Pair<>(
                List.of("row " + (i + 1), "row " + (best + 1)),
                missing.get(i),
                candidates.get(best)));
      }
    }
    return pairs;
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
