package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What columns look like, from a sample of rows: the profiles of a card, with which {@link Drift} compares.
 *
 * <pre>{@code
 * Card.Profile age = Profiles.ofNumbers("age", new double[] {21, 35, Double.NaN, 62});
 * }</pre>
 */
public final class Profiles {

  private static final int BINS = 10;

  private Profiles() {}

  /**
   * Numbers by deciles: ten bins of about equally many rows, so that none is empty by construction. A value that many rows
   * have makes fewer bins; up to ten different values have a bin each.
   *
   * @param values NaN stands for NULL; infinite ones count as the greatest and the least
   * @throws IllegalArgumentException if there is no row
   */
  public static Card.Profile ofNumbers(String column, double[] values) {
    double[] sorted =
        Arrays.stream(values)
            .filter(value -> !Double.isNaN(value))
            .map(value -> value + 0.0)
            .sorted()
            .toArray();
    double[] edges = edges(sorted);
    Card.Profile bins = new Card.Profile(column, edges, List.of(), new double[edges.length + 2], 1);
    long[] counts = new long[bins.size()];
    for (double value : values) {
      counts[bins.bin(value)]++;
    }
    return profile(column, edges, List.of(), counts);
  }

  private static double[] edges(double[] sorted) {
    double[] different =
        Arrays.stream(sorted).filter(Double::isFinite).distinct().limit(BINS + 1).toArray();
    if (different.length <= BINS) {
      return different.length == 0
          ? different
          : Arrays.copyOfRange(different, 1, different.length);
    }
    double[] edges = new double[BINS - 1];
    int size = 0;
    for (int i = 1; i < BINS; i++) {
      double edge = sorted[(int) ((long) i * sorted.length / BINS)];
      // An edge at the least value would leave nothing below it.
      double before = size == 0 ? sorted[0] : edges[size - 1];
      if (edge > before && Double.isFinite(edge)) {
        edges[size++] = edge;
      }
    }
    return Arrays.copyOf(edges, size);
  }

  /**
   * Categories by their most frequent levels; all others are one bin.
   *
   * @param values null stands for NULL
   * @param most how many levels have a bin of their own at most
   * @throws IllegalArgumentException if there is no row
   */
  public static Card.Profile ofLevels(String column, List<String> values, int most) {
    Map<String, Long> counts = new HashMap<>();
    long nulls = 0;
    for (String value : values) {
      if (value == null) {
        nulls++;
      } else {
        counts.merge(value, 1L, Long::sum);
      }
    }
    return ofLevels(column, counts, nulls, most);
  }

  /**
   * Categories whose levels have been counted already.
   *
   * @param counts how many rows have which level
   * @param nulls how many rows have NULL
   * @param most how many levels have a bin of their own at most
   * @throws IllegalArgumentException if there is no row
   */
  public static Card.Profile ofLevels(
      String column, Map<String, Long> counts, long nulls, int most) {
    List<Map.Entry<String, Long>> levels = new ArrayList<>(counts.entrySet());
    // Ties by name: the same rows give the same profile.
    levels.sort(
        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    List<String> kept = levels.stream().limit(most).map(Map.Entry::getKey).toList();
    long[] rows = new long[kept.size() + 2];
    for (int i = 0; i < levels.size(); i++) {
      rows[Math.min(i, kept.size())] += levels.get(i).getValue();
    }
    rows[rows.length - 1] = nulls;
    return profile(column, new double[0], kept, rows);
  }

  private static Card.Profile profile(
      String column, double[] edges, List<String> levels, long[] counts) {
    long rows = Arrays.stream(counts).sum();
    if (rows == 0) {
      throw new IllegalArgumentException("no row to see from what %s looks like".formatted(column));
    }
    double[] shares = Arrays.stream(counts).mapToDouble(count -> (double) count / rows).toArray();
    return new Card.Profile(column, edges, levels, shares, rows);
  }
}
