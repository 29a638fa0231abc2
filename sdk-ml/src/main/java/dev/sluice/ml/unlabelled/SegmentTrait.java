package dev.sluice.ml.unlabelled;

import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a feature is like in a segment, in the units in which it came.
 *
 * @param name of the number, such as {@code income}, or of the level, such as {@code plan = pro}
 * @param kind what the values are
 * @param value in the segment
 * @param overall in all rows
 * @param deviations how many standard deviations of all rows the segment's value is from that of all rows
 */
public record SegmentTrait(
    String name, Kind kind, double value, double overall, double deviations)
    implements Serializable {

  /** What a trait is of. */
  public enum Kind {
    /** The mean of a number; NULL is left out. */
    MEAN,
    /** The share of the rows that have a level. */
    SHARE
  }

  /** How many times as large as in all rows it is; empty where that is not above 0, for then it would tell nothing. */
  public OptionalDouble lift() {
    return overall > 0 && value >= 0 ? OptionalDouble.of(value / overall) : OptionalDouble.empty();
  }

  /** In a line, such as {@code plan = pro: 61.0 % (all rows 20.0 %, × 3.05)}. */
  public String text() {
    String times =
        lift().isPresent()
            ? String.format(Locale.ROOT, ", × %.2f", lift().getAsDouble())
            : "";
    return String.format(Locale.ROOT, "%s: %s (all rows %s%s)", name, shown(value), shown(overall),
        times);
  }

  private String shown(double number) {
    if (kind == Kind.SHARE) {
      return String.format(Locale.ROOT, "%.1f %%", number * 100);
    }
    return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%,.3g" : "%,.0f", number);
  }
}
