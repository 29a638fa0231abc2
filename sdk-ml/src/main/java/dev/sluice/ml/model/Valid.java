package dev.sluice.ml.model;

/** Checks of what stands in a document, which may come from anywhere. */
final class Valid {

  private Valid() {}

  static void that(boolean holds, String problem, Object... arguments) {
    if (!holds) {
      throw new IllegalArgumentException(problem.formatted(arguments));
    }
  }

  static void finite(double number, String what) {
    that(Double.isFinite(number), "%s is %s, not a finite number", what, number);
  }

  static void finite(double[] numbers, String what) {
    that(numbers != null, "%s are missing", what);
    for (int i = 0; i < numbers.length; i++) {
      that(Double.isFinite(numbers[i]), "%s: number %d is %s", what, i, numbers[i]);
    }
  }

  static void present(Object value, String what) {
    that(value != null, "%s is missing", what);
  }
}
