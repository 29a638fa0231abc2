package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The chief figures of the rows of each level of a column: a model that is good on the whole may fail for some.
 *
 * <pre>{@code
 * List<Card.Slice> slices = Slices.of(rows, Watched.of("country", countries), 10, 200, "test");
 * }</pre>
 */
public final class Slices {

  private Slices() {}

  /**
   * The figures of each slice, the largest slice first.
   *
   * @param most how many levels at most
   * @param least how many rows a level has at least; the figures of fewer would say little
   * @param of what the rows are called in figures, such as {@code test}
   * @throws IllegalArgumentException if the column is not one of these rows
   */
  public static List<Card.Slice> of(
      EvaluatedRows rows, Watched watched, int most, int least, String of) {
    Given.sameLength(rows.size(), watched.rows(), "values of " + watched.column());
    int[] counts = new int[watched.size()];
    for (int i = 0; i < watched.rows(); i++) {
      counts[watched.level(i)]++;
    }
    int[] chosen =
        IntStream.range(0, counts.length)
            .filter(level -> counts[level] >= Math.max(1, least))
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer level) -> -counts[level])
                    .thenComparing(watched::name))
            .limit(most)
            .mapToInt(Integer::intValue)
            .toArray();
    int[][] members = members(watched, counts, chosen);
    List<Card.Slice> slices = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      for (Card.Figure figure : rows.only(members[i]).chief(of)) {
        slices.add(
            new Card.Slice(
                watched.column(), watched.name(chosen[i]), members[i].length, figure));
      }
    }
    return slices;
  }

  /** The rows of each chosen level, in one pass. */
  private static int[][] members(Watched watched, int[] counts, int[] chosen) {
    int[][] members = new int[chosen.length][];
    int[] place = new int[counts.length];
    Arrays.fill(place, -1);
    for (int i = 0; i < chosen.length; i++) {
      members[i] = new int[counts[chosen[i]]];
      place[chosen[i]] = i;
    }
    int[] next = new int[chosen.length];
    for (int row = 0; row < watched.rows(); row++) {
      int i = place[watched.level(row)];
      if (i >= 0) {
        members[i][next[i]++] = row;
      }
    }
    return members;
  }
}
