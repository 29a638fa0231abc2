package dev.sluice.plan;

import java.util.List;
import java.util.stream.IntStream;

/**
 * When the result of a function can be NULL, given which of its arguments can.
 *
 * <p>The rule is what lets a pipeline be checked before it runs: a value that can be NULL may not
 * be given to a primitive component of a record.
 */
public enum Nulls {

  /** NULL if any argument is NULL: the rule of most functions and operators. */
  IF_ANY((arguments, grouped) -> arguments.contains(true)),

  /** NULL only if all arguments are NULL, as for {@code coalesce}. */
  IF_ALL((arguments, grouped) -> !arguments.contains(false)),

  /** NULL if the first argument is, as where elements of a list are looked at one by one. */
  IF_FIRST((arguments, grouped) -> arguments.get(0)),

  /** Never NULL, as for {@code isNull} and {@code count}. */
  NEVER((arguments, grouped) -> false),

  /** Can always be NULL, as for {@code lag} and casts that give NULL for what they cannot read. */
  ALWAYS((arguments, grouped) -> true),

  /**
   * The rule of aggregates such as {@code sum}: a group has at least one row, so the result is NULL
   * only where the argument can be; without keys the input may be empty, and the result is NULL
   * then.
   */
  AGGREGATE((arguments, grouped) -> !grouped || arguments.contains(true)),

  /**
   * Of conditions and values in turn, then perhaps the value for the rest: NULL if a value can be,
   * or if there is none for the rest.
   */
  CHOSEN(
      (parts, grouped) -> parts.size() % 2 == 0
          || parts.get(parts.size() - 1)
          || IntStream.range(0, parts.size() / 2).anyMatch(i -> parts.get(2 * i + 1)));

  private final Rule rule;

  Nulls(Rule rule) {
    this.rule = rule;
  }

  /**
   * Whether the result can be NULL.
   *
   * @param arguments for each argument, whether it can be NULL
   * @param grouped whether the function stands in an aggregation with keys (or in an analytic
   *     window)
   */
  public boolean nullable(List<Boolean> arguments, boolean grouped) {
    return rule.nullable(arguments, grouped);
  }

  @FunctionalInterface
  private interface Rule {
    boolean nullable(List<Boolean> arguments, boolean grouped);
  }
}
