package dev.sluice;

/**
 * A semi or anti join whose match is said: more keys or conditions, or {@code select()} for the
 * left rows.
 *
 * @param <L> the left record
 * @param <R> the right record
 */
public final class SemiJoining<L extends Record,
    R extends Record> extends FilteringJoin<L, R, SemiJoining<L, R>> {

  SemiJoining(JoinLegs legs) {
    super(legs, SemiJoining::new);
  }

  /** The left rows. */
  public Stage<L> select() {
    return ofLeft();
  }
}
