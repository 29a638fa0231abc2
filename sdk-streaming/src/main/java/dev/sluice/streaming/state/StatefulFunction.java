package dev.sluice.streaming.state;

import java.io.Serializable;
import java.time.Instant;

/**
 * What is done with the rows of a key, one after the other. It is sent to the executors, so it
 * holds values that are {@link Serializable}; what it wants to remember it keeps in {@link Keyed}.
 *
 * @param <K> the key
 * @param <T> the record of the rows that go in
 * @param <S> the record that is kept of each key
 * @param <R> the record that comes out
 */
@FunctionalInterface
public interface StatefulFunction<K, T, S extends Record, R extends Record> extends Serializable {

  /**
   * A row of the key.
   *
   * @throws Exception if it cannot be worked off, which fails the run
   */
  void onRow(T row, Keyed<K, S, R> keyed) throws Exception;

  /**
   * A moment has come that {@link Keyed#wakeAt} named; nothing unless overridden.
   *
   * @param at that moment
   * @throws Exception if it cannot be worked off, which fails the run
   */
  default void onTimer(Instant at, Keyed<K, S, R> keyed) throws Exception {}
}
