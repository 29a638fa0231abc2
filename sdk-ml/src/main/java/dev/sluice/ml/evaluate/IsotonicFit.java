package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Calibration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Isotonic regression of outcomes on scores: blocks of neighbours that would descend are pooled. */
final class IsotonicFit {

  private static final int MOST_POINTS = 200;

  private static final class Block {
    private final double low;
    private double high;
    private double positives;
    private double rows;

    private Block(double score, double positives, double rows) {
      this.low = score;
      this.high = score;
      this.positives = positives;
      this.rows = rows;
    }

    private boolean isNotBelow(Block next) {
      return positives * next.rows >= next.positives * rows;
    }

    private void take(Block next) {
      high = next.high;
      positives += next.positives;
      rows += next.rows;
    }

    private boolean isMixed() {
      return positives > 0 && positives < rows;
    }

    private double share() {
      return positives / rows;
    }

    private double smoothed() {
      return (positives + 0.5) / (rows + 1);
    }
  }

  private final List<Block> blocks = new ArrayList<>();

  IsotonicFit(Ranking ranking) {
    ranking.ascending((score, positives, negatives) -> {
      blocks.add(new Block(score, positives, positives + negatives));
      pool();
    });
  }

  private void pool() {
    for (int last = blocks.size() - 1; last > 0; last--) {
      Block before = blocks.get(last - 1);
      if (!before.isNotBelow(blocks.get(last))) {
        return;
      }
      before.take(blocks.remove(last));
    }
  }

  Calibration calibration() {
    double[] from = new double[2 * blocks.size()];
    double[] to = new double[2 * blocks.size()];
    int size = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      double level = level(i);
      from[size] = block.low;
      to[size++] = level;
      if (block.high > block.low) {
        from[size] = block.high;
        to[size++] = level;
      }
    }
    return thinned(from, to, size);
  }

  /**
   * Only the first block can be all 0, and only the last all 1; smoothed they must not cross their neighbour. If both
   * are there and nothing else, each stays on its side of one half.
   */
  private double level(int i) {
    Block block = blocks.get(i);
    if (block.isMixed()) {
      return block.share();
    } else if (block.positives == 0) {
      Block next = blocks.get(Math.min(i + 1, blocks.size() - 1));
      return next.isMixed() ? Math.min(block.smoothed(), next.share()) : block.smoothed();
    }
    Block before = blocks.get(Math.max(i - 1, 0));
    return before.isMixed() ? Math.max(block.smoothed(), before.share()) : block.smoothed();
  }

  /** Leaves out points that lie on a line with others but for so much, and more the more there are (Douglas and Peucker 1973). */
  private static Calibration thinned(double[] from, double[] to, int size) {
    BitSet kept = new BitSet(size);
    double tolerance = 1e-5;
    do {
      kept.clear();
      kept.set(0);
      kept.set(size - 1);
      keep(from, to, 0, size - 1, tolerance, kept);
      tolerance *= 2;
    } while (kept.cardinality() > MOST_POINTS);
    return new Calibration.Points(
        kept.stream().mapToDouble(i -> from[i]).toArray(),
        kept.stream().mapToDouble(i -> to[i]).toArray());
  }

  private static void keep(
      double[] from, double[] to, int first, int last, double tolerance, BitSet kept) {
    double farthest = tolerance;
    int at = -1;
    for (int i = first + 1; i < last; i++) {
      double share = (from[i] - from[first]) / (from[last] - from[first]);
      double line = to[first] + share * (to[last] - to[first]);
      // In units of how an outcome of that probability scatters: 0.001 more matters at 0.002, not at 0.5.
      double distance = Math.abs(to[i] - line) / Math.sqrt(to[i] * (1 - to[i]));
      if (distance > farthest) {
        farthest = distance;
        at = i;
      }
    }
    if (at >= 0) {
      kept.set(at);
      keep(from, to, first, at, tolerance, kept);
      keep(from, to, at, last, tolerance, kept);
    }
  }
}
