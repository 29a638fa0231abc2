package dev.sluice.ml;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far two partitions of the same rows agree beyond chance (Hubert and Arabie, 1985): 1 if they are one. */
public final class AdjustedRand {

  private AdjustedRand() {}

  public static double of(int[] one, int[] other) {
    Map<Integer, Long> ones = new HashMap<>();
    Map<Integer, Long> others = new HashMap<>();
    Map<List<Integer>, Long> both = new HashMap<>();
    for (int i = 0; i < one.length; i++) {
      ones.merge(one[i], 1L, Long::sum);
      others.merge(other[i], 1L, Long::sum);
      both.merge(List.of(one[i], other[i]), 1L, Long::sum);
    }
    double expected =
        pairs(ones.values()) * pairs(others.values()) / pairs(List.of((long) one.length));
    double most = (pairs(ones.values()) + pairs(others.values())) / 2;
    return (pairs(both.values()) - expected) / (most - expected);
  }

  private static double pairs(Collection<Long> sizes) {
    return sizes.stream().mapToDouble(size -> size * (size - 1) / 2.0).sum();
  }
}
