package dev.sluice.streaming.state;

import java.util.List;

/**
 * A function with state, and what it works on. Plans show it by its text: the code of users has none.
 *
 * @param <K> the key
 * @param <T> what a row is that goes in
 * @param <S> what is kept of each key
 * @param <R> what a row is that comes out
 */
final class KeyedBody<K, T, S, R> {

  private final KeyFunction<K, T, S, R> function;
  private final Shape<T> rows;
  private final Shape<S> state;
  private final Shape<R> out;

  KeyedBody(
      KeyFunction<K, T, S, R> function, Shape<T> rows, Shape<S> state, Shape<R> out) {
    this.function = function;
    this.rows = rows;
    this.state = state;
    this.out = out;
  }

  KeyFunction<K, T, S, R> function() {
    return function;
  }

  Shape<T> rows() {
    return rows;
  }

  Shape<S> state() {
    return state;
  }

  Shape<R> out() {
    return out;
  }

  /** The records are checked by their stages, what is kept has none. */
  List<String> problems() {
    return state.problems();
  }

  /** With the columns of what is kept, so that a checkpoint tells when they have changed. */
  @Override
  public String toString() {
    return "%s, keeping %s".formatted(rows.text(), state.text());
  }
}
