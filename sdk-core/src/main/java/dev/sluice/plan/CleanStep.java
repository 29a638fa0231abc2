package dev.sluice.plan;

import java.util.List;

/** One step of a clean stage. */
public sealed interface CleanStep {

  /** Where it was written. */
  CallSite site();

  /** Sets a column, as filling a NULL and trimming a text do. */
  record Fix(String what, ExprNode target, ExprNode value, CallSite site) implements CleanStep {}

  /**
   * A named rule that rows must keep.
   *
   * @param severity what happens to a row that breaks it
   * @param onNull whether a row for which the condition is NULL keeps the rule
   */
  record Rule(String name, ExprNode condition, Severity severity, boolean onNull, CallSite site)
      implements CleanStep {}

  /** Keeps one row for each key; the others are counted as dropped under this name. */
  record Dedupe(String name, List<ExprNode> keys, List<SortKey> keepFirstBy, CallSite site)
      implements CleanStep {
    public Dedupe {
      keys = List.copyOf(keys);
      keepFirstBy = List.copyOf(keepFirstBy);
    }
  }

  /** What happens to a row that breaks a rule. */
  enum Severity {
    /** It is rejected. */
    REJECT,
    /** It is kept and counted. */
    WARN
  }
}
