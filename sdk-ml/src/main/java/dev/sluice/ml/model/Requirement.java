package dev.sluice.ml.model;

import java.io.Serializable;

/**
 * What must hold of a row so that a model can score it; a row of which it does not hold is rejected
 * with the text as its reason.
 */
public sealed interface Requirement extends Serializable {

  /** The column it is about. */
  String column();

  /** The rule's name, such as {@code "age in 13 to 120"}. */
  String text();

  /** There is a value. */
  record Present(String column) implements Requirement {
    @Override
    public String text() {
      return column + " is not NULL";
    }
  }

  /** The number is no NaN and not infinite; NULL is another rule's matter. */
  record Finite(String column) implements Requirement {
    @Override
    public String text() {
      return column + " is a finite number";
    }
  }

  /**
   * The number lies in a range, the ends included; NULL is another rule's matter.
   *
   * @param low the least number
   * @param high the greatest
   */
  record Within(String column, double low, double high) implements Requirement {
    public Within {
      Valid.finite(low, "the low end of the range of " + column);
      Valid.finite(high, "the high end of the range of " + column);
      Valid.that(low <= high, "the range of %s ends before it begins: %s to %s", column, low, high);
    }

    @Override
    public String text() {
      return column + " in " + plain(low) + " to " + plain(high);
    }

    private static String plain(double number) {
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? Long.toString((long) number)
          : Double.toString(number);
    }
  }

  /** Whether it holds of the value in this position. */
  default boolean holds(Inputs inputs, int column) {
    boolean missing = inputs.isNull(column);
    if (this instanceof Present || missing) {
      return !(this instanceof Present) || !missing;
    }
    double number = inputs.number(column);
    return this instanceof Within range
        ? number >= range.low() && number <= range.high()
        : Double.isFinite(number);
  }
}
