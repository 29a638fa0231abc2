package dev.sluice.expr;

/**
 * The scope of expressions over groups of rows of {@code T}: aggregates and keys. It has no
 * instances; it keeps a column of a row out of an aggregation, and an aggregate out of a filter, at
 * compile time.
 */
public final class Group<T> {
  private Group() {}
}
