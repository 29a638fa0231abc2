package dev.sluice.streaming.state;

import java.time.Instant;
import java.util.Optional;

/** A user's function, with what it may see of its key. */
record RecordFunction<K, T, S extends Record, R extends Record>(
    StatefulFunction<K, T, S, R> function)
    implements KeyFunction<K, T, S, R> {

  @Override
  public void onRow(T row, KeyRun<K, T, S, R> keyed) throws Exception {
    function.onRow(row, new OfRun<>(keyed));
  }

  @Override
  public void onTimer(Instant at, KeyRun<K, T, S, R> keyed) throws Exception {
    function.onTimer(at, new OfRun<>(keyed));
  }

  private record OfRun<K, T, S extends Record, R extends Record>(KeyRun<K, T, S, R> run)
      implements Keyed<K, S, R> {

    @Override
    public K key() {
      return run.key();
    }

    @Override
    public Optional<S> state() {
      return run.state();
    }

    @Override
    public void keep(S state) {
      run.keep(state);
    }

    @Override
    public void forget() {
      run.forget();
    }

    @Override
    public void emit(R row) {
      run.emit(row);
    }

    @Override
    public Instant now() {
      return run.now();
    }

    @Override
    public void wakeAt(Instant moment) {
      run.wakeAt(moment);
    }

    @Override
    public void cancel(Instant moment) {
      run.cancel(moment);
    }
  }
}
