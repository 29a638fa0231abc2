package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Of what happened, how much is found among so many rows with the highest scores. Of a group of ties a part is taken as
 * large, and as rich, as it is on average over all orders.
 */
final class GainCurve {

  private static final double TENTH = 0.1;

  private final double positive;
  private final double total;
  private final double[] shares;
  private final double[] found;
  private int next;
  private double rows;
  private double positives;

  private GainCurve(Ranking ranking, double... shares) {
    this.positive = ranking.positive();
    this.total = ranking.total();
    this.shares = shares;
    this.found = new double[shares.length];
    Arrays.fill(found, 1);
    ranking.descending(this::group);
  }

  private void group(double score, double positivesHere, double negativesHere) {
    double here = positivesHere + negativesHere;
    for (; next < shares.length && rows + here >= shares[next] * total; next++) {
      double part = Math.max(0, shares[next] * total - rows) / here;
      found[next] = Math.min(1, (positives + part * positivesHere) / positive);
    }
    rows += here;
    positives += positivesHere;
  }

  /** The curve at shares of the rows from 0 to 1, equally far apart. */
  static List<Card.Gain> points(Ranking ranking, int steps) {
    GainCurve curve =
        new GainCurve(
            ranking,
            IntStream.rangeClosed(0, steps).mapToDouble(i -> (double) i / steps).toArray());
    List<Card.Gain> points = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      points.add(new Card.Gain(curve.shares[i], curve.found[i]));
    }
    return points;
  }

  /**
   * The lift of the top decile: ten times what is found in it. Its interval is normal by what each row has to do with
   * it, the infinitesimal jackknife: a row more finds its own outcome, or not, and moves the edge of the decile, where a
   * row happens with the share seen around it (among the ranks of 5 % to 15 %).
   */
  static Estimate topDecile(Ranking ranking) {
    GainCurve curve = new GainCurve(ranking, TENTH / 2, TENTH, TENTH * 3 / 2);
    double captured = curve.found[1];
    double edge =
        Math.min(1, (curve.found[2] - curve.found[0]) * curve.positive / (TENTH * curve.total));
    double in = captured * curve.positive;
    double top = TENTH * curve.total;
    double squares =
        DoubleStream.of(
            in * square(1 - captured - edge * (1 - TENTH)),
            (curve.positive - in) * square(captured - edge * TENTH),
            Math.max(0, top - in) * square(edge * (1 - TENTH)),
            Math.max(0, curve.total - top - curve.positive + in) * square(edge * TENTH))
            .sum();
    double error = Math.sqrt(squares) / curve.positive;
    double most = Math.min(1 / TENTH, curve.total / curve.positive);
    return new Estimate(
        captured / TENTH, Interval.normal(captured / TENTH, error / TENTH).within(0, most), 1);
  }

  private static double square(double number) {
    return number * number;
  }
}
