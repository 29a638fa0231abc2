package dev.sluice.plan;

import java.util.List;
import java.util.Locale;

/** One step of a clean stage. */
public sealed interface CleanStep {

  /** Where it was written. */
  CallSite site();

  /** Sets a column. */
  record Fix(Kind kind, ExprNode target, ExprNode value, CallSite site) implements CleanStep {

    /** What setting it is for. */
    public enum Kind {
      /** To put a value where there is none. */
      FILL,
      /** To take spaces from the ends of a text. */
      TRIM,
      /** Anything else. */
      SET
    }

    /** What it does, in words: {@code fill discount}. */
    public String what() {
      return kind.name().toLowerCase(Locale.ROOT) + " " + ExprText.of(target);
    }
  }

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
