package dev.sluice.plan;

import java.util.List;
import java.util.stream.Stream;

/** Where an expression of a verb stands, which decides what it may be. */
public enum Place {
  /** What must be true of a row. */
  FILTER("a filter"),
  /** What must be true of rows that belong together. */
  JOIN("a join condition"),
  /** What must be true of a group. */
  GROUP("a condition on groups"),
  /** What rows of one group, or equal rows, have in common. */
  KEY("a key"),
  /** What rows are sorted by. */
  ORDER("an order"),
  /** The value of a component that comes out. */
  OUTPUT(""),
  /** A column that gets another value. */
  TARGET(""),
  /** The value that it gets. */
  FIX("a fix"),
  /** What must be true of a row that is not rejected. */
  RULE("a rule"),
  /** A list or map whose parts come out, a row each. */
  PARTS("what is exploded"),
  /** The column that says from here on when a row happened. */
  TIME(""),
  /** The column that says it already. */
  KNOWN_TIME("");

  private final String withoutWindows;

  Place(String withoutWindows) {
    this.withoutWindows = withoutWindows;
  }

  /** Whether a window function may stand here. */
  public boolean takesWindows() {
    return withoutWindows.isEmpty();
  }

  /** As messages have it, where no window function may stand: {@code "a filter"}. */
  public String described() {
    return withoutWindows;
  }

  /** An expression at this place. */
  public Placed of(ExprNode expr) {
    return new Placed(this, expr);
  }

  /** Expressions at this place. */
  public Stream<Placed> of(List<ExprNode> exprs) {
    return exprs.stream().map(this::of);
  }

  /** The columns of an order. */
  public static Stream<Placed> orders(List<SortKey> keys) {
    return keys.stream().map(key -> ORDER.of(key.expr()));
  }

  /** The values that come out. */
  public static Stream<Placed> outputs(List<Output> outputs) {
    return outputs.stream().map(output -> OUTPUT.of(output.value()));
  }
}
