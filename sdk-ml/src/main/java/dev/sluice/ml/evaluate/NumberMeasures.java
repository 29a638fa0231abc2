package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How good a model is that predicts a number. What each figure is, {@link Measure} says. There is no figure of fewer than
 * two rows, nor of numbers too large to be squared.
 */
public final class NumberMeasures {

  private final NumberRows rows;
  private final String of;
  private final double coverage;
  private final Mean happened = new Mean();
  private final Mean squared = new Mean();
  private final Mean absolute = new Mean();

  private NumberMeasures(NumberRows rows, String of) {
    this.rows = rows;
    this.of = of;
    this.coverage = rows.coverage();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.isScored(i)) {
        double error = rows.error(i);
        happened.add(rows.happened(i), rows.weight(i));
        squared.add(error * error, rows.weight(i));
        absolute.add(Math.abs(error), rows.weight(i));
      }
    }
  }

  /**
   * Of these rows.
   *
   * @param of what they are called in figures, such as {@code test}
   */
  public static NumberMeasures of(NumberRows rows, String of) {
    return new NumberMeasures(rows, of);
  }

  /**
   * The root of the mean squared error, in the unit of the number; the ends of its interval are the roots of those of the
   * mean. The baseline is to say the mean of these rows to each.
   */
  public Optional<Card.Figure> rmse() {
    Interval squares = nonNegative(squared);
    return figure(
        Measure.RMSE,
        new Estimate(
            Math.sqrt(squared.value()),
            new Interval(Math.sqrt(squares.low()), Math.sqrt(squares.high())),
            Math.sqrt(happened.variance())));
  }

  /**
   * The mean absolute error, in the unit of the number, with the interval of a mean. The baseline is to say the median of
   * these rows to each.
   */
  public Optional<Card.Figure> mae() {
    return isTooLittle()
        ? Optional.empty()
        : figure(
            Measure.MAE,
            new Estimate(absolute.value(), nonNegative(absolute), aroundTheMedian()));
  }

  /**
   * The share of the variance that is explained, below 0 if the mean is better; the baseline is 0. Its interval is
   * normal, by what each row has to do with it (the infinitesimal jackknife). None if the number is the same everywhere.
   */
  public Optional<Card.Figure> rSquared() {
    double spread = happened.variance();
    if (isTooLittle() || !(spread > 0)) {
      return Optional.empty();
    }
    double unexplained = squared.value() / spread;
    double variance = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.isScored(i)) {
        double error = rows.error(i);
        double distance = rows.happened(i) - happened.value();
        double change = (error * error - unexplained * distance * distance) / spread;
        variance += rows.weight(i) * change * change;
      }
    }
    double value = 1 - unexplained;
    double error = Math.sqrt(variance) / happened.weight();
    Interval interval = Interval.normal(value, error).within(Double.NEGATIVE_INFINITY, 1);
    return figure(Measure.R_SQUARED, new Estimate(value, interval, 0));
  }

  /** All figures. */
  public List<Card.Figure> all() {
    return Stream.of(rmse(), mae(), rSquared()).flatMap(Optional::stream).toList();
  }

  private double aroundTheMedian() {
    double[] numbers = new double[rows.size()];
    double[] weights = new double[rows.size()];
    int size = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.isScored(i)) {
        numbers[size] = rows.happened(i);
        weights[size++] = rows.weight(i);
      }
    }
    numbers = Arrays.copyOf(numbers, size);
    weights = Arrays.copyOf(weights, size);
    PairedSort.sort(numbers, weights);
    double below = 0;
    int middle = 0;
    while (middle < size - 1 && below + weights[middle] < happened.weight() / 2) {
      below += weights[middle++];
    }
    Mean distance = new Mean();
    for (int i = 0; i < size; i++) {
      distance.add(Math.abs(numbers[i] - numbers[middle]), weights[i]);
    }
    return distance.value();
  }

  private static Interval nonNegative(Mean mean) {
    return Interval.normal(mean.value(), mean.error()).within(0, Double.POSITIVE_INFINITY);
  }

  private Optional<Card.Figure> figure(Measure measure, Estimate estimate) {
    return isTooLittle() || !estimate.isFinite()
        ? Optional.empty()
        : Optional.of(estimate.figure(measure.text(), of, coverage));
  }

  private boolean isTooLittle() {
    return happened.weight() < 2;
  }
}
