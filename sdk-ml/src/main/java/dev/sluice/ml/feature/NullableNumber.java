package dev.sluice.ml.feature;

import dev.sluice.ml.model.NumberEncoding.Nulls;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * A number that can be NULL, of which it is still to be said what NULL means: it is no {@link Features} before.
 *
 * @param <T> the record
 */
public final class NullableNumber<T extends Record> {

  private final Features<T> before;
  private final Serializable column;

  NullableNumber(Features<T> before, Serializable column) {
    this.before = before;
    this.column = column;
  }

  /** NULL stands for the mean. */
  public NumberFeature<T> nullAsMean() {
    return before.number(column, Nulls.VALUE, OptionalDouble.empty());
  }

  /** NULL stands for the mean, and that it was NULL is a feature of its own. */
  public NumberFeature<T> nullAsMeanAndFlag() {
    return before.number(column, Nulls.VALUE_AND_FLAG, OptionalDouble.empty());
  }

  /** NULL stands for this number. */
  public NumberFeature<T> nullAs(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("NULL stands for a finite number, not for " + number);
    }
    return before.number(column, Nulls.VALUE, OptionalDouble.of(number));
  }

  /** A row with NULL is rejected, in training and when scoring. */
  public NumberFeature<T> rejectNull() {
    return before.number(column, Nulls.REJECTED, OptionalDouble.empty());
  }
}
