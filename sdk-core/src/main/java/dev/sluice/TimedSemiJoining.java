package dev.sluice;

import java.time.Duration;

/**
 * The left rows of a semi or anti join of two stages with event time, whose match is said: a stage
 * like any other; see {@link TimedJoining}.
 *
 * @param <L> the left record
 * @param <R> the right record
 */
public final class TimedSemiJoining<L extends Record,
    R extends Record> extends FilteringJoin<L, R, TimedSemiJoining<L, R>> {

  TimedSemiJoining(JoinLegs legs) {
    super(legs, TimedSemiJoining::new);
  }

  /**
   * Only rows match of which the right one happened in {@code [left time + from, left time + to]};
   * see {@link TimedJoining#within}.
   *
   * @param from how much later than the left row the right one is at least; negative for earlier
   * @param to how much later it is at most
   */
  public SemiJoining<L, R> within(Duration from, Duration to) {
    return new SemiJoining<>(legs().within(from, to));
  }
}
