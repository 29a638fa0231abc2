package dev.sluice.plan;

/** What a verb certainly does to each row that it lets through. */
public sealed interface Change {

  /** The row is let through only if this is true of it. */
  record Holds(ExprNode condition) implements Change {}

  /** A column gets this value. */
  record Sets(String component, ExprNode value) implements Change {}
}
