package dev.sluice.ml.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A number: what it becomes less the mean, in standard deviations. With a flag, a second slot is 1
 * where it was NULL.
 *
 * @param column the component
 * @param log whether its {@code log1p} is taken first
 * @param mean is taken away, after the logarithm
 * @param deviation is divided by, more than 0
 * @param low the least number that is scored
 * @param high the greatest number that is scored
 * @param nulls what NULL means
 * @param nullValue what a NULL that is scored becomes, in the slot
 */
public record NumberEncoding(
    String column,
    boolean log,
    double mean,
    double deviation,
    double low,
    double high,
    Nulls nulls,
    double nullValue)
    implements Encoding {

  /** In deviations; whatever is farther counts as that far, so that no weighted sum of finite numbers is NaN. */
  private static final double FARTHEST = 1e100;

  /** What NULL means. */
  public enum Nulls {
    /** There is none, for the component is a primitive. */
    NONE,
    /** The row is rejected. */
    REJECTED,
    /** It stands for a number. */
    VALUE,
    /** It stands for a number, and that it was NULL is a feature too. */
    VALUE_AND_FLAG
  }

  public NumberEncoding {
    Valid.present(column, "the column of a number");
    Valid.present(nulls, "what NULL means in " + column);
    Valid.finite(mean, "the mean of " + column);
    Valid.finite(deviation, "the deviation of " + column);
    Valid.finite(nullValue, "what NULL becomes in " + column);
    Valid.that(deviation > 0, "the deviation of %s is %s, not positive", column, deviation);
    Valid.that(!log || low > -1, "%s is taken the logarithm of from %s", column, low);
    new Requirement.Within(column, low, high);
  }

  @Override
  public String feature() {
    return column;
  }

  @Override
  public List<String> reads() {
    return List.of(column);
  }

  @Override
  public int width() {
    return nulls == Nulls.VALUE_AND_FLAG ? 2 : 1;
  }

  @Override
  public List<String> slots() {
    return nulls == Nulls.VALUE_AND_FLAG ? List.of(column, column + " is NULL") : List.of(column);
  }

  @Override
  public void encode(Inputs inputs, int[] columns, int first, Slots slots) {
    if (inputs.isNull(columns[0])) {
      slots.put(first, nullValue);
      if (nulls == Nulls.VALUE_AND_FLAG) {
        slots.put(first + 1, 1);
      }
    } else {
      slots.put(first, scaled(inputs.number(columns[0])));
    }
  }

  /** What a number becomes in the slot. */
  public double scaled(double number) {
    double scaled = ((log ? Math.log1p(number) : number) - mean) / deviation;
    return Math.max(-FARTHEST, Math.min(FARTHEST, scaled));
  }

  @Override
  public List<Requirement> requirements() {
    List<Requirement> all = new ArrayList<>();
    if (nulls == Nulls.REJECTED) {
      all.add(new Requirement.Present(column));
    }
    all.add(new Requirement.Finite(column));
    all.add(new Requirement.Within(column, low, high));
    return all;
  }

  @Override
  public String shown(Inputs inputs, int[] columns) {
    return inputs.isNull(columns[0])
        ? LevelTable.NULL
        : Double.toString(inputs.number(columns[0]));
  }
}
