package dev.sluice.ml;

import java.util.Comparator;
import java.util.stream.IntStream;

/** How often a positive row scores higher than another one. */
public final class AreaUnderCurve {

  private AreaUnderCurve() {}

  public static double of(double[] scores, boolean[] positive) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(i -> i)
            .toArray();
    double ranks = 0;
    long positives = 0;
    for (int from = 0; from < order.length;) {
      int to = from;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (positive[order[i]]) {
          ranks += (from + to + 1) / 2.0;
          positives++;
        }
      }
      from = to;
    }
    double negatives = order.length - (double) positives;
    return (ranks - positives * (positives + 1) / 2.0) / (positives * negatives);
  }
}
