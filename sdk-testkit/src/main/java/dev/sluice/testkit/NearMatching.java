package dev.sluice.testkit;

import dev.sluice.record.RecordComponentType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Gives as many rows as possible a near one. Taking the first near one would not do: with a
 * tolerance of 1, the rows 1 and 2 and the rows 2 and 3 match in one way only.
 *
 * <p>Rows are sorted by a value that has a tolerance, so that each is compared with those in reach
 * only; and a row whose near ones are all taken has others move on, along the shortest way.
 */
final class NearMatching {

  /** Takes a pair of rows. */
  interface Pairs {
    void add(int row, int candidate);
  }

  private final List<List<Object>> rows;
  private final List<List<Object>> candidates;
  private final Sameness sameness;
  private final List<RecordComponentType> components;
  private final Reach reach;
  private final int[][] near;
  private final int[] rowOf;
  private final int[] candidateOf;

  /** Values of rows that have the same shape. */
  NearMatching(
      List<RecordComponentType> components,
      List<List<Object>> rows,
      List<List<Object>> candidates,
      Sameness sameness) {
    this.components = components;
    this.rows = rows;
    this.candidates = candidates;
    this.sameness = sameness;
    this.near = new int[rows.size()][];
    this.reach =
        rows.isEmpty() || candidates.isEmpty()
            ? Reach.whole(0, 0)
            : Reach.all(components, rows, candidates, sameness)
                .min(Comparator.comparingLong(Reach::pairs))
                .orElseGet(() -> Reach.whole(rows.size(), candidates.size()));
    this.rowOf = new int[candidates.size()];
    this.candidateOf = new int[rows.size()];
    Arrays.fill(rowOf, -1);
    Arrays.fill(candidateOf, -1);
  }

  void assign(Pairs pairs) {
    if (rows.isEmpty() || candidates.isEmpty()) {
      return;
    }
    for (int row = 0; row < rows.size(); row++) {
      takeFree(row);
    }
    int[] reachedBy = new int[candidates.size()];
    int[] reachedIn = new int[candidates.size()];
    for (int row = 0; row < rows.size(); row++) {
      if (candidateOf[row] < 0) {
        moveOn(row, row + 1, reachedBy, reachedIn);
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      if (candidateOf[row] >= 0) {
        pairs.add(row, candidateOf[row]);
      }
    }
  }

  /** Whoever is near by the other values too; found out for a row whose first choice was taken. */
  private int[] near(int row) {
    if (near[row] == null) {
      near[row] = reach.of(row).filter(candidate -> isNear(row, candidate)).toArray();
    }
    return near[row];
  }

  private boolean isNear(int row, int candidate) {
    return sameness.near(components, rows.get(row), candidates.get(candidate));
  }

  private void takeFree(int row) {
    reach
        .of(row)
        .filter(candidate -> rowOf[candidate] < 0 && isNear(row, candidate))
        .findFirst()
        .ifPresent(candidate -> pair(row, candidate));
  }

  /** Looks for a free candidate, from the ones that are near on over the rows that have them. */
  private void moveOn(int start, int round, int[] reachedBy, int[] reachedIn) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      int row = open.remove();
      for (int candidate : near(row)) {
        if (reachedIn[candidate] != round) {
          reachedIn[candidate] = round;
          reachedBy[candidate] = row;
          if (rowOf[candidate] < 0) {
            shift(candidate, reachedBy);
            return;
          }
          open.add(rowOf[candidate]);
        }
      }
    }
  }

  private void shift(int free, int[] reachedBy) {
    int candidate = free;
    while (candidate >= 0) {
      int row = reachedBy[candidate];
      int before = candidateOf[row];
      pair(row, candidate);
      candidate = before;
    }
  }

  private void pair(int row, int candidate) {
    rowOf[candidate] = row;
    candidateOf[row] = candidate;
  }
}
