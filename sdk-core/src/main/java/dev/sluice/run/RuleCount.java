package dev.sluice.run;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * How many rows one named rule, or one named step, of a stage was about.
 *
 * @param rule the name that the pipeline gives it, such as {@code positive quantity}
 * @param rows the number of rows; empty if it is not known
 */
public record RuleCount(String rule, OptionalLong rows) {

  /**
   * Checks that nothing is null.
   *
   * @throws NullPointerException if a component is null
   */
  public RuleCount {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(rows, "rows");
  }

  /**
   * A known number of rows.
   *
   * @param rule the name of the rule
   * @param rows the number of rows
   * @return the count
   */
  public static RuleCount of(String rule, long rows) {
    return new RuleCount(rule, OptionalLong.of(rows));
  }

  RuleCount plus(RuleCount other) {
    return new RuleCount(rule, Sums.plus(rows, other.rows));
  }
}
