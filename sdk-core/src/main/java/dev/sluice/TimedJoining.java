package dev.sluice;

import java.time.Duration;

/**
 * A join of two stages with event time, whose match is said. {@link #within} bounds how far the two
 * rows may be apart in time: what a stream needs to know to forget rows that can match nothing any
 * more.
 *
 * <pre>{@code
 * impressions.leftJoin(clicks).on(Impression::uuid).equalTo(Click::uuid)
 *     .within(Duration.ZERO, Duration.ofMinutes(5))
 *     .select((i, c) -> row(Attributed::new).of(i.col(Impression::uuid), c.col(Click::at)))
 * }</pre>
 *
 * @param <L> the left record
 * @param <R> the right record
 */
public final class TimedJoining<L extends Record,
    R extends Record> extends PairJoin<L, R, TimedJoining<L, R>> {

  TimedJoining(JoinLegs legs) {
    super(legs, TimedJoining::new);
  }

  /**
   * Only rows match of which the right one happened in {@code [left time + from, left time + to]},
   * both ends included. The times are those that {@code eventTime} or {@code timedBy} declared; a day
   * is 24 hours, whatever the calendar does. A batch and a stream match the same rows; a stream keeps
   * a row only as long as one in its bound may still come, and hands over rows without a match when
   * it has forgotten them.
   *
   * @param from how much later than the left row the right one is at least; negative for earlier
   * @param to how much later it is at most
   */
  public Joining2<L, R> within(Duration from, Duration to) {
    return new Joining2<>(legs().within(from, to));
  }
}
