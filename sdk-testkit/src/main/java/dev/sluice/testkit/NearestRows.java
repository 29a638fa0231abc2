package dev.sluice.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * A missing and an unexpected row that are alike are most likely one row that changed. They are
 * alike if no more than half of their cells differ, or no more than two, which may be swapped.
 */
final class NearestRows {

  /** The most rows on either side among which similar ones are looked for. */
  private static final int SEARCHED = 200;

  private final Sameness sameness;

  NearestRows(Sameness sameness) {
    this.sameness = sameness;
  }

  /** Pairs of the first rows shown; each row is in one pair at most. */
  <T extends Record> List<ChangedCells.Pair<T>> pairs(List<T> missing, List<T> unexpected) {
    List<ChangedCells.Pair<T>> pairs = new ArrayList<>();
    boolean[] used = new boolean[Math.min(SEARCHED, unexpected.size())];
    for (int i = 0; i < Math.min(Shown.ROWS, missing.size()); i++) {
      T row = missing.get(i);
      int nearest = nearest(row, unexpected, used);
      if (nearest >= 0) {
        used[nearest] = true;
        pairs.add(
            new ChangedCells.Pair<>(List.of(name(i), name(nearest)), row, unexpected.get(nearest)));
      }
    }
    return pairs;
  }

  /** What a row is called in the table of pairs. */
  static String name(int index) {
    return "row " + (index + 1);
  }

  private <T extends Record> int nearest(T row, List<T> candidates, boolean[] used) {
    int nearest = -1;
    int fewest = mostDiffering(row) + 1;
    for (int j = 0; j < used.length; j++) {
      int differing = used[j] ? fewest : sameness.differing(row, candidates.get(j)).size();
      if (differing < fewest) {
        nearest = j;
        fewest = differing;
      }
    }
    return nearest;
  }

  private static int mostDiffering(Record row) {
    int all = RecordParts.of(row).record().components().size();
    boolean hasOnlyLong = all == 1 && ValueText.isLong(RecordParts.of(row).values(row).get(0));
    return hasOnlyLong ? 1 : Math.max(all / 2, Math.min(2, all - 1));
  }
}
