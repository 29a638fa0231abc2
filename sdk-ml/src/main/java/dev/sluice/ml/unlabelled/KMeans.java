package dev.sluice.ml.unlabelled;

import dev.sluice.ml.model.CentresHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * K-means over rows in memory, several times, for it finds the nearest valley and not the deepest: the best is kept. Each begins with
 * rows that lie far apart, as k-means++ draws them (Arthur and Vassilvitskii, 2007).
 */
final class KMeans {

  private static final int ITERATIONS = 100;

  /** The part of the rows that may still change sides: all rows move the centres of the best fit afterwards. */
  private static final int HARDLY_ANY = 1_000;

  private final List<EncodedRow> rows;
  private final int width;

  /** Of these rows. */
  KMeans(List<EncodedRow> rows, int width) {
    this.rows = rows;
    this.width = width;
  }

  /**
   * The best centres.
   *
   * @return empty if there are not so many different rows
   */
  Optional<CentresHead> best(int segments, int restarts, long seed) {
    return IntStream.range(0, restarts)
        .parallel()
        .mapToObj(start -> fit(segments, Seeds.random(Seeds.of(seed, segments), start)))
        .flatMap(Optional::stream)
        .toList()
        .stream()
        .min(Comparator.comparingDouble(Fit::cost))
        .map(fit -> new CentresHead(fit.centres()));
  }

  private record Fit(double[][] centres, double cost) {}

  private Optional<Fit> fit(int segments, Random random) {
    List<double[]> far = farApart(segments, random);
    if (far.size() < segments) {
      return Optional.empty();
    }
    double[][] centres = far.toArray(double[][]::new);
    int[] nearest = new int[rows.size()];
    Arrays.fill(nearest, -1);
    for (int i = 0; i < ITERATIONS && assign(centres, nearest) > rows.size() / HARDLY_ANY; i++) {
      move(centres, nearest);
    }
    return Optional.of(new Fit(centres, cost(centres, nearest)));
  }

  /** Rows, each drawn by the square of its distance from those before it. */
  private List<double[]> farApart(int segments, Random random) {
    List<double[]> centres = new ArrayList<>();
    centres.add(rows.get(random.nextInt(rows.size())).dense(width));
    double[] distances = new double[rows.size()];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    while (centres.size() < segments) {
      double[] last = centres.get(centres.size() - 1);
      double sum = 0;
      for (int row = 0; row < distances.length; row++) {
        distances[row] = Math.min(distances[row], rows.get(row).squareTo(last));
        sum += distances[row];
      }
      if (sum == 0) {
        return centres;
      }
      centres.add(rows.get(drawn(distances, random.nextDouble() * sum)).dense(width));
    }
    return centres;
  }

  private static int drawn(double[] distances, double mark) {
    int last = 0;
    double sum = 0;
    for (int row = 0; row < distances.length && sum <= mark; row++) {
      if (distances[row] > 0) {
        sum += distances[row];
        last = row;
      }
    }
    return last;
  }

  /** Finds the nearest centre of each row, and for how many it is another one. */
  private int assign(double[][] centres, int[] nearest) {
    double[] centreSquares = new double[centres.length];
    double[][] bySlot = new double[width][centres.length];
    for (int i = 0; i < centres.length; i++) {
      for (int slot = 0; slot < width; slot++) {
        centreSquares[i] += centres[i][slot] * centres[i][slot];
        bySlot[slot][i] = centres[i][slot];
      }
    }
    double[] products = new double[centres.length];
    int changed = 0;
    for (int row = 0; row < nearest.length; row++) {
      Arrays.fill(products, 0);
      rows.get(row).addProducts(bySlot, products);
      int best = nearest(products, centreSquares);
      changed += nearest[row] == best ? 0 : 1;
      nearest[row] = best;
    }
    return changed;
  }

  /** By the squares of the distances, less that of the row itself, which is the same to all. */
  private static int nearest(double[] products, double[] centreSquares) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < products.length; i++) {
      double distance = centreSquares[i] - 2 * products[i];
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** Moves each centre to the mean of its rows; one without rows stays. */
  private void move(double[][] centres, int[] nearest) {
    double[][] sums = new double[centres.length][width];
    int[] counts = new int[centres.length];
    for (int row = 0; row < nearest.length; row++) {
      double[] sum = sums[nearest[row]];
      rows.get(row).putTo((slot, value) -> sum[slot] += value);
      counts[nearest[row]]++;
    }
    for (int i = 0; i < centres.length; i++) {
      for (int slot = 0; counts[i] > 0 && slot < width; slot++) {
        centres[i][slot] = sums[i][slot] / counts[i];
      }
    }
  }

  private double cost(double[][] centres, int[] nearest) {
    double cost = 0;
    for (int row = 0; row < nearest.length; row++) {
      cost += rows.get(row).squareTo(centres[nearest[row]]);
    }
    return cost;
  }
}
