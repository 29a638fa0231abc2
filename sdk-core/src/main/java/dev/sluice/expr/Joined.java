package dev.sluice.expr;

/**
 * The scope of expressions over joined rows of {@code L} and {@code R}; in a chain of joins {@code
 * L} is itself joined. It has no instances; columns of this scope come from the handles of a join's
 * {@code select}.
 */
public final class Joined<L, R> {
  private Joined() {}
}
