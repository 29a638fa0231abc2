package dev.sluice.ml.model;

import dev.sluice.annotation.Internal;

/** Checks of what stands in a document, which may come from anywhere; each refuses with a sentence. */
@Internal
public final class Valid {

  private Valid() {}

  /**
   * Whatever it is.
   *
   * @param problem what is wrong if it does not hold, a format of the arguments
   */
  public static void that(boolean holds, String problem, Object... arguments) {
    if (!holds) {
      throw new IllegalArgumentException(problem.formatted(arguments));
    }
  }

  /** The number is no NaN and not infinite. */
  public static void finite(double number, String what) {
    that(Double.isFinite(number), "%s is %s, not a finite number", what, number);
  }

  /** Neither is one of the numbers. */
  public static void finite(double[] numbers, String what) {
    that(numbers != null, "%s are missing", what);
    for (int i = 0; i < numbers.length; i++) {
      that(Double.isFinite(numbers[i]), "%s: number %d is %s", what, i, numbers[i]);
    }
  }

  /** The value is not {@code null}. */
  public static void present(Object value, String what) {
    that(value != null, "%s is missing", what);
  }
}
