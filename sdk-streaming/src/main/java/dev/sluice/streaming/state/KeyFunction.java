package dev.sluice.streaming.state;

import java.io.Serializable;
import java.time.Instant;
import java.util.Iterator;

/**
 * What is done with a key, whatever its rows and its state are: {@link StatefulFunction} is for
 * records, the stages of this package work on rows of Spark where they need not look into them.
 */
interface KeyFunction<K, T, S, R> extends Serializable {

  void onRow(T row, KeyRun<K, T, S, R> keyed) throws Exception;

  /** The rows of one epoch, in a batch all; in order of time they come one by one instead. */
  default void onRows(Iterator<T> rows, KeyRun<K, T, S, R> keyed) throws Exception {
    throw new UnsupportedOperationException("one by one");
  }

  /** Whether it wants the rows of an epoch together. */
  default boolean together() {
    return false;
  }

  void onTimer(Instant at, KeyRun<K, T, S, R> keyed) throws Exception;
}
