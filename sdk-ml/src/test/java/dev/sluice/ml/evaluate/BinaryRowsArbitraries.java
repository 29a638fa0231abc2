package dev.sluice.ml.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** A few rows of both outcomes, with scores of which many are equal. */
class BinaryRowsArbitraries extends DomainContextBase {

  /**
   * Rows as arrays, for tests that compute by hand.
   *
   * @param weights whole numbers, 0 to 3
   */
  record Rows(double[] scores, boolean[] outcomes, int[] weights) {

    BinaryRows once() {
      return BinaryRows.of(scores, outcomes);
    }

    BinaryRows weighted() {
      double[] as = new double[weights.length];
      for (int i = 0; i < as.length; i++) {
        as[i] = weights[i];
      }
      return once().weighted(as);
    }

    @Override
    public String toString() {
      return "scores %s, outcomes %s, weights %s"
          .formatted(
              Arrays.toString(scores), Arrays.toString(outcomes), Arrays.toString(weights));
    }

    /** Each row as often as its weight says. */
    BinaryRows repeated() {
      int[] rows =
          IntStream.range(0, weights.length)
              .flatMap(i -> IntStream.generate(() -> i).limit(weights[i]))
              .toArray();
      return once().only(rows);
    }
  }

  @Provide
  Arbitrary<Rows> rows() {
    Arbitrary<Integer> size = Arbitraries.integers().between(2, 40);
    return size.flatMap(
        rows -> Combinators.combine(
            Arbitraries.integers().between(0, 12).map(tick -> tick / 12.0).list().ofSize(rows),
            Arbitraries.of(true, false).list().ofSize(rows),
            Arbitraries.integers().between(0, 3).list().ofSize(rows))
            .as(
                (scores, outcomes, weights) -> {
                  boolean[] happened = new boolean[rows];
                  for (int i = 0; i < rows; i++) {
                    happened[i] = outcomes.get(i);
                  }
                  // Both outcomes are there, with weight.
                  happened[0] = true;
                  happened[1] = false;
                  int[] times = weights.stream().mapToInt(Integer::intValue).toArray();
                  times[0]++;
                  times[1]++;
                  return new Rows(
                      scores.stream().mapToDouble(Double::doubleValue).toArray(),
                      happened,
                      times);
                }));
  }
}
