package dev.sluice.samples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A figure that was measured, and what is asked of it.
 *
 * @param figure what was measured
 * @param value the figure
 * @param unit its unit
 * @param limit what is asked
 * @param atMost whether the limit is the most that is asked, and not the least
 */
public record Goal(String figure, double value, String unit, double limit, boolean atMost) {

  /** A figure that must not exceed its limit. */
  public static Goal atMost(String figure, double value, String unit, double limit) {
    return new Goal(figure, value, unit, limit, true);
  }

  /** A figure that must reach its limit. */
  public static Goal atLeast(String figure, double value, String unit, double limit) {
    return new Goal(figure, value, unit, limit, false);
  }

  /** Whether it is as asked. */
  public boolean isMet() {
    return atMost ? value <= limit : value >= limit;
  }

  /** A line for each figure. Ends with a line feed. */
  public static String table(List<Goal> goals) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("figure", "measured", "asked", ""));
    for (Goal goal : goals) {
      lines.add(
          List.of(
              goal.figure,
              goal.text(goal.value),
              (goal.atMost ? "at most " : "at least ") + goal.text(goal.limit),
              goal.isMet() ? "met" : "missed"));
    }
    return Text.table(lines);
  }

  private String text(double number) {
    return String.format(Locale.ROOT, "%.3f %s", number, unit);
  }
}
