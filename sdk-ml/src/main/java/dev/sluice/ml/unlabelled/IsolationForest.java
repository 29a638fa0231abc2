package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.IsolationForestHead;
import dev.sluice.ml.model.IsolationTree;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Grows isolation forests, as in Liu, Ting and Zhou, 2008, but for one thing: a split first draws one of the features, and then one of
 * its slots, so that a category of a hundred levels is not drawn a hundred times as often as a number.
 *
 * @param trees how many
 * @param drawn how many rows each is grown of, if there are so many
 * @param seed of everything that is drawn
 */
@Internal
public record IsolationForest(int trees, int drawn, long seed) {

  /**
   * A forest.
   *
   * @param sample at least 2 rows, of which each tree gets some, no row twice
   * @param widths how many slots each feature has, in order
   */
  public IsolationForestHead grow(List<EncodedRow> sample, int[] widths) {
    int size = Math.min(drawn, sample.size());
    int width = IntStream.of(widths).sum();
    List<IsolationTree> grown =
        IntStream.range(0, trees)
            .mapToObj(
                number -> {
                  Random random = Seeds.random(seed, number);
                  double[][] rows =
                      IntStream.of(some(sample.size(), size, random))
                          .mapToObj(row -> sample.get(row).dense(width))
                          .toArray(double[][]::new);
                  return new TreeGrowth(rows, widths, random).tree();
                })
            .toList();
    return new IsolationForestHead(width, grown);
  }

  /** So many different numbers below a bound. */
  private static int[] some(int bound, int size, Random random) {
    int[] numbers = IntStream.range(0, bound).toArray();
    for (int i = 0; i < size; i++) {
      int other = i + random.nextInt(bound - i);
      int drawn = numbers[other];
      numbers[other] = numbers[i];
      numbers[i] = drawn;
    }
    return IntStream.of(numbers).limit(size).toArray();
  }
}
