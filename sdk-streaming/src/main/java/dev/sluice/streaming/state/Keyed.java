package dev.sluice.streaming.state;

import java.time.Instant;
import java.util.Optional;

/**
 * One key, as a {@link StatefulFunction} meets it: what is kept of it, what time it is, and where
 * rows go. It is good for one call only.
 *
 * @param <K> the key
 * @param <S> the record that is kept of each key
 * @param <R> the record that comes out
 */
public interface Keyed<K, S extends Record, R extends Record> {

  /** The key; null where the column of a single key is NULL. */
  K key();

  /** What is kept of the key; empty if nothing is. */
  Optional<S> state();

  /**
   * Keeps this of the key, in place of what was kept.
   *
   * @throws NullPointerException if it is null; {@link #forget} keeps nothing
   */
  void keep(S state);

  /** Keeps nothing of the key, and sets off none of its timers: as if it had never been seen. */
  void forget();

  /**
   * Gives a row.
   *
   * @throws NullPointerException if it is null
   */
  void emit(R row);

  /**
   * What time it is: that of the row or of the timer, in event time; that of the clock, by the clock.
   *
   * @throws IllegalStateException if the stage has no time
   */
  Instant now();

  /**
   * Calls the function's timer at this moment; at once if it has passed. A key has any number of
   * timers, but one for each moment.
   *
   * @throws IllegalStateException if the stage has no time
   */
  void wakeAt(Instant moment);

  /** Takes back {@link #wakeAt}; nothing happens if there is no such timer. */
  void cancel(Instant moment);
}
