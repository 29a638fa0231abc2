package dev.sluice.plan;

import java.util.List;

/**
 * When the result of a function can be NULL, given which of its arguments can.
 *
 * <p>The rule is what lets a pipeline be checked before it runs: a value that can be NULL may not
 * be given to a primitive component of a record.
 */
@FunctionalInterface
public interface Nulls {

  /** NULL if any argument is NULL: the rule of most functions and operators. */
  Nulls IF_ANY = (arguments, grouped) -> arguments.contains(true);

  /** NULL only if all arguments are NULL, as for {@code coalesce}. */
  Nulls IF_ALL = (arguments, grouped) -> !arguments.contains(false);

  /** Never NULL, as for {@code isNull} and {@code count}. */
  Nulls NEVER = (arguments, grouped) -> false;

  /** Can always be NULL, as for {@code lag} and casts that give NULL for what they cannot read. */
  Nulls ALWAYS = (arguments, grouped) -> true;

  /**
   * The rule of aggregates such as {@code sum}: a group has at least one row, so the result is NULL
   * only where the argument can be; without keys the input may be empty, and the result is NULL
   * then.
   */
  Nulls AGGREGATE = (arguments, grouped) -> !grouped || arguments.contains(true);

  /**
   * Whether the result can be NULL.
   *
   * @param arguments for each argument, whether it can be NULL
   * @param grouped whether the function stands in an aggregation with keys (or in an analytic
   *     window)
   */
  boolean nullable(List<Boolean> arguments, boolean grouped);
}
