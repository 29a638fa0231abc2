package dev.sluice.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows are left over when each expected row is given an actual one that is the same, each
 * actual row to one expected row at most.
 *
 * @param expected all expected rows
 * @param actual all actual rows
 * @param missing expected rows that none is left for, in their order
 * @param unexpected actual rows that nobody expects, in their order
 */
record Matching<T extends Record>(
    List<T> expected, List<T> actual, List<T> missing, List<T> unexpected) {

  boolean isComplete() {
    return missing.isEmpty() && unexpected.isEmpty();
  }

  static <T extends Record> Matching<T> of(List<T> expected, List<T> actual, Sameness sameness) {
    Map<Object, List<Integer>> byShape = new HashMap<>();
    for (int i = 0; i < actual.size(); i++) {
      byShape.computeIfAbsent(sameness.shape(actual.get(i)), s -> new ArrayList<>()).add(i);
    }
    Map<Object, List<Integer>> wanted = new LinkedHashMap<>();
    for (int i = 0; i < expected.size(); i++) {
      wanted.computeIfAbsent(sameness.shape(expected.get(i)), s -> new ArrayList<>()).add(i);
    }
    boolean[] found = new boolean[expected.size()];
    boolean[] used = new boolean[actual.size()];
    wanted.forEach(
        (shape, rows) -> {
          List<Integer> candidates = byShape.getOrDefault(shape, List.of());
          if (sameness.isExact()) {
            for (int i = 0; i < Math.min(rows.size(), candidates.size()); i++) {
              found[rows.get(i)] = true;
              used[candidates.get(i)] = true;
            }
          } else {
            new NearMatching(
                RecordParts.of(expected.get(rows.get(0))).record().components(),
                rows.stream().map(i -> values(expected.get(i))).toList(),
                candidates.stream().map(j -> values(actual.get(j))).toList(),
                sameness)
                .assign(
                    (row, candidate) -> {
                      found[rows.get(row)] = true;
                      used[candidates.get(candidate)] = true;
                    });
          }
        });
    return new Matching<>(expected, actual, left(expected, found), left(actual, used));
  }

  private static List<Object> values(Record row) {
    return RecordParts.of(row).values(row);
  }

  private static <T> List<T> left(List<T> rows, boolean[] taken) {
    List<T> left = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!taken[i]) {
        left.add(rows.get(i));
      }
    }
    return left;
  }
}
