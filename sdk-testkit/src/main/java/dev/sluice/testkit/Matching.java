package dev.sluice.testkit;

import java.util.ArrayList;
import java.util.Arrays;
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
            new Assigning<>(expected, actual, rows, candidates, sameness).into(found, used);
          }
        });
    return new Matching<>(expected, actual, left(expected, found), left(actual, used));
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

  /**
   * Gives as many rows as possible a near one. Taking the first near one would not do: with a
   * tolerance of 1, the rows 1 and 2 and the rows 2 and 3 match in one way only.
   */
  private static final class Assigning<T extends Record> {
    private final List<Integer> rows;
    private final List<Integer> candidates;
    private final boolean[][] near;
    private final int[] rowOfCandidate;

    Assigning(
        List<T> expected,
        List<T> actual,
        List<Integer> rows,
        List<Integer> candidates,
        Sameness sameness) {
      this.rows = rows;
      this.candidates = candidates;
      this.near = new boolean[rows.size()][candidates.size()];
      this.rowOfCandidate = new int[candidates.size()];
      for (int i = 0; i < rows.size(); i++) {
        for (int j = 0; j < candidates.size(); j++) {
          near[i][j] = sameness.same(expected.get(rows.get(i)), actual.get(candidates.get(j)));
        }
      }
      Arrays.fill(rowOfCandidate, -1);
    }

    void into(boolean[] found, boolean[] used) {
      for (int i = 0; i < rows.size(); i++) {
        assign(i, new boolean[candidates.size()]);
      }
      for (int j = 0; j < candidates.size(); j++) {
        if (rowOfCandidate[j] >= 0) {
          found[rows.get(rowOfCandidate[j])] = true;
          used[candidates.get(j)] = true;
        }
      }
    }

    /** Finds a candidate for a row; the row that has it may move on to another one. */
    private boolean assign(int row, boolean[] tried) {
      for (int j = 0; j < tried.length; j++) {
        if (near[row][j] && !tried[j]) {
          tried[j] = true;
          if (rowOfCandidate[j] < 0 || assign(rowOfCandidate[j], tried)) {
            rowOfCandidate[j] = row;
            return true;
          }
        }
      }
      return false;
    }
  }
}
