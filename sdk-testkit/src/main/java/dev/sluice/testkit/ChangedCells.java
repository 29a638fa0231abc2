package dev.sluice.testkit;

import dev.sluice.record.RecordComponentType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Pairs of rows side by side, of which only the cells that differ are shown. */
final class ChangedCells<T extends Record> {

  private final String title;
  private final List<String> names;
  private final Sameness sameness;
  private final List<Pair<T>> pairs;

  /**
   * @param title the line above
   * @param names the columns that say which pair it is
   */
  ChangedCells(String title, List<String> names, Sameness sameness, List<Pair<T>> pairs) {
    this.title = title;
    this.names = names;
    this.sameness = sameness;
    this.pairs = pairs;
  }

  /** Nothing at all if there are no pairs. */
  List<String> lines() {
    if (pairs.isEmpty()) {
      return List.of();
    }
    TextColumns table =
        new TextColumns(
            Stream.concat(names.stream(), Stream.of("column", "expected", "actual")).toList());
    pairs.stream().limit(Shown.ROWS).forEach(pair -> add(table, pair));
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(title);
    lines.addAll(table.lines());
    if (pairs.size() > Shown.ROWS) {
      lines.add("  … and %d more".formatted(pairs.size() - Shown.ROWS));
    }
    return lines;
  }

  private void add(TextColumns table, Pair<T> pair) {
    List<String> which = pair.which();
    for (RecordComponentType component : sameness.differing(pair.expected(), pair.actual())) {
      ValueText.Pair cells =
          ValueText.pair(
              RecordParts.value(pair.expected(), component.name()),
              RecordParts.value(pair.actual(), component.name()));
      table.add(
          Stream.concat(
              which.stream(), Stream.of(component.name(), cells.expected(), cells.actual()))
              .toList());
      which = which.stream().map(name -> "").toList();
    }
  }

  /**
   * Two rows that belong together.
   *
   * @param which the cells that say which pair it is
   */
  record Pair<T>(List<String> which, T expected, T actual) {}
}
