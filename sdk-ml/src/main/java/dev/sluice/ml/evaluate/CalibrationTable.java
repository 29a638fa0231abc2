package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of similar probabilities, about equally many in each bin; equal probabilities are never parted.
 *
 * <p>The calibration error is {@code Σ nᵇ/n |pᵇ − yᵇ|} over the bins. Chance alone makes one of a perfectly calibrated
 * model too, on average {@code Σ nᵇ/n √(2/π) σᵇ} with {@code σᵇ² = Σ p(1−p) / nᵇ²}: that is its baseline. The interval is
 * normal with the errors of the bins; its low end has the part of chance taken off.
 */
final class CalibrationTable {

  private final double total;
  private final int most;
  private final List<Card.Bin> bins = new ArrayList<>();
  private double seen;
  private double end;
  private double error;
  private double variance;
  private double byChance;
  private Bin open = new Bin();

  private static final class Bin {
    private final Mean predicted = new Mean();
    private final Mean residual = new Mean();
    private double low = Double.NaN;
    private double high;
    private double positives;
    private double spread;
  }

  CalibrationTable(Ranking ranking, int most) {
    this.total = ranking.total();
    this.most = most;
    this.end = total / most;
    ranking.ascending(this::group);
    close();
  }

  private void group(double score, double positives, double negatives) {
    double rows = positives + negatives;
    // Into the bin that holds most of it: a large group of ties must not drag a short bin along.
    if (open.predicted.weight() > 0 && seen + rows / 2 > end) {
      close();
    }
    open.low = open.predicted.weight() == 0 ? score : open.low;
    open.high = score;
    open.predicted.add(score, rows);
    open.residual.add(score - 1, positives);
    open.residual.add(score, negatives);
    open.positives += positives;
    open.spread += rows * score * (1 - score);
    seen += rows;
  }

  private void close() {
    double rows = open.predicted.weight();
    if (rows > 0) {
      double share = rows / total;
      double chance = Math.sqrt(open.spread) / rows;
      double standardError = Double.isFinite(open.residual.error()) ? open.residual.error() : 1;
      error += share * Math.abs(open.residual.value());
      variance += share * share * standardError * standardError;
      byChance += share * Math.sqrt(2 / Math.PI) * chance;
      bins.add(
          new Card.Bin(
              open.low,
              open.high,
              Math.round(rows),
              open.predicted.value(),
              open.positives / rows));
    }
    end = seen + (total - seen) / Math.max(1, most - bins.size());
    open = new Bin();
  }

  /** The bins, ascending. */
  List<Card.Bin> bins() {
    return List.copyOf(bins);
  }

  /** The expected calibration error. */
  Estimate error() {
    double width = Interval.Z * Math.sqrt(variance);
    return new Estimate(
        error,
        new Interval(error - byChance - width, error + width).within(0, 1),
        Math.min(1, byChance));
  }
}
