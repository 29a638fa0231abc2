package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.LevelTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a column by which figures are told apart: for each row the position of its level, so that millions of
 * rows cost four bytes each. The array is kept, not copied.
 */
public final class Watched {

  private final String column;
  private final List<String> levels;
  private final int[] of;

  private Watched(String column, List<String> levels, int[] of) {
    this.column = column;
    this.levels = levels;
    this.of = of;
  }

  /**
   * A column.
   *
   * @param levels its levels, each once
   * @param of for each row the position of its level, or -1 if it is NULL
   * @throws IllegalArgumentException if there is no such level
   */
  public static Watched of(String column, List<String> levels, int[] of) {
    for (int i = 0; i < of.length; i++) {
      if (of[i] < -1 || of[i] >= levels.size()) {
        throw new IllegalArgumentException(
            "%s of row %d is level %d, and there are %d levels"
                .formatted(column, i, of[i], levels.size()));
      }
    }
    return new Watched(column, List.copyOf(levels), of);
  }

  /**
   * A column.
   *
   * @param values of each row; null if it is NULL
   */
  public static Watched of(String column, List<String> values) {
    Map<String, Integer> positions = new HashMap<>();
    List<String> levels = new ArrayList<>();
    int[] of = new int[values.size()];
    int row = 0;
    for (String value : values) {
      of[row++] = value == null ? -1 : positions.computeIfAbsent(value, level -> {
        levels.add(level);
        return levels.size() - 1;
      });
    }
    return new Watched(column, levels, of);
  }

  /** What it is called. */
  public String column() {
    return column;
  }

  int rows() {
    return of.length;
  }

  /** The number of levels, NULL included, which stands behind the others. */
  int size() {
    return levels.size() + 1;
  }

  int level(int row) {
    return of[row] < 0 ? levels.size() : of[row];
  }

  String name(int level) {
    return level == levels.size() ? LevelTable.NULL : levels.get(level);
  }

  @Override
  public String toString() {
    return "%s of %d rows".formatted(column, of.length);
  }
}
