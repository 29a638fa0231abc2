package dev.sluice.testkit;

import dev.sluice.record.RecordComponentType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which candidates can be near a row at all, by one of its values: those in a part of the
 * candidates sorted by that value. Not all of them are near.
 *
 * @param sorted the candidates
 * @param from for each row the first place among them
 * @param to for each row the place after the last
 */
record Reach(int[] sorted, int[] from, int[] to) {

  /** By each value that has a tolerance and is a number or a time by itself. */
  static Stream<Reach> all(
      List<RecordComponentType> components,
      List<List<Object>> rows,
      List<List<Object>> candidates,
      Sameness sameness) {
    return IntStream.range(0, rows.get(0).size())
        .boxed()
        .flatMap(component -> sameness
            .tolerance(components.get(component), rows.get(0).get(component)).stream()
            .map(tolerance -> by(component, tolerance, rows, candidates)));
  }

  /** All candidates for each row. */
  static Reach whole(int rows, int candidates) {
    int[] to = new int[rows];
    Arrays.fill(to, candidates);
    return new Reach(IntStream.range(0, candidates).toArray(), new int[rows], to);
  }

  private static Reach by(
      int component, Tolerance tolerance, List<List<Object>> rows, List<List<Object>> candidates) {
    double[] values =
        candidates.stream().mapToDouble(row -> Tolerance.place(row.get(component))).toArray();
    int[] sorted =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> values[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] places = IntStream.of(sorted).mapToDouble(j -> values[j]).toArray();
    int[] from = new int[rows.size()];
    int[] to = new int[rows.size()];
    for (int i = 0; i < from.length; i++) {
      Object expected = rows.get(i).get(component);
      double reach = tolerance.reach(expected);
      double place = Tolerance.place(expected);
      from[i] = firstFrom(places, place - reach, false);
      to[i] = firstFrom(places, place + reach, true);
    }
    return new Reach(sorted, from, to);
  }

  /** The first place whose value is not below the limit, or is above it. */
  private static int firstFrom(double[] places, double limit, boolean above) {
    int low = 0;
    int high = places.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (above ? places[middle] <= limit : places[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The candidates for a row. */
  IntStream of(int row) {
    return IntStream.range(from[row], to[row]).map(i -> sorted[i]);
  }

  /** How many pairs of a row and a candidate are left to compare. */
  long pairs() {
    return IntStream.range(0, from.length).mapToLong(i -> to[i] - from[i]).sum();
  }
}
