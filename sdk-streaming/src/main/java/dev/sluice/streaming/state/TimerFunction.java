package dev.sluice.streaming.state;

import java.io.Serializable;
import java.time.Instant;

/**
 * What is done when a moment has come that {@link Keyed#wakeAt} named. It is sent to the executors.
 *
 * @param <K> the key
 * @param <S> the record that is kept of each key
 * @param <R> the record that comes out
 */
@FunctionalInterface
public interface TimerFunction<K, S extends Record, R extends Record> extends Serializable {

  /**
   * The moment has come.
   *
   * @throws Exception if it cannot be worked off, which fails the run
   */
  void onTimer(Instant at, Keyed<K, S, R> keyed) throws Exception;
}
