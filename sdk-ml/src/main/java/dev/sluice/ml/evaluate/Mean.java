package dev.sluice.ml.evaluate;

/** A mean and how sure it is, number by number (Welford's way, with weights as West has it: no catastrophic cancellation). */
final class Mean {

  private double weight;
  private double mean;
  private double squares;

  void add(double number) {
    add(number, 1);
  }

  /** The number stands there so often. */
  void add(double number, double times) {
    if (times == 0) {
      return;
    }
    weight += times;
    double distance = number - mean;
    mean += distance * (times / weight);
    // Rounding may lead past the number by a hair, and a variance is never negative.
    squares += Math.max(0, times * distance * (number - mean));
  }

  /** How many numbers there were. */
  double weight() {
    return weight;
  }

  /** Their mean; 0 of none. */
  double value() {
    return mean;
  }

  /** Their mean squared distance from the mean. */
  double variance() {
    return squares / weight;
  }

  /** The standard error of the mean; infinite if there are fewer than two numbers. */
  double error() {
    return weight > 1
        ? Math.sqrt(squares / (weight - 1) / weight)
        : Double.POSITIVE_INFINITY;
  }
}
