package dev.sluice.streaming.state;

import dev.sluice.spark.compile.UdfException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * What happens to one key from one saving of its state to the next; in a batch from its first row to
 * its last timer. It knows no Spark but rows, so a stream, a batch and a test run the same code.
 */
final class KeyRun<K, T, S, R> {

  /** A batch has no later: a function that always wants to be called again would never end. */
  private static final int CALLS_AFTER_LAST_ROW = 10_000;

  private final KeyedTask<K, T, S, R> task;
  private final K key;
  private final TreeSet<Long> timers;
  private final Queue<Row> out = new ArrayDeque<>();
  private Optional<S> state;
  private long since;
  private long now;

  KeyRun(KeyedTask<K, T, S, R> task, K key, Kept<S> kept, long now) {
    this.task = task;
    this.key = key;
    this.timers = new TreeSet<>(kept.timers());
    this.state = kept.state();
    this.since = kept.since();
    this.now = now;
  }

  K key() {
    return key;
  }

  Optional<S> state() {
    return state;
  }

  void keep(S kept) {
    state = Optional.of(Objects.requireNonNull(kept, "state"));
    since = Math.max(since, now);
  }

  void forget() {
    state = Optional.empty();
    since = 0;
    timers.clear();
  }

  void emit(R row) {
    out.add(task.out().encode(Objects.requireNonNull(row, "row")));
  }

  Instant now() {
    requireTime();
    return Moments.instant(now);
  }

  void wakeAt(Instant moment) {
    requireTime();
    timers.add(Moments.micros(moment));
  }

  void cancel(Instant moment) {
    timers.remove(Moments.micros(moment));
  }

  /** The next timer, in microseconds. */
  OptionalLong nextTimer() {
    return timers.isEmpty() ? OptionalLong.empty() : OptionalLong.of(timers.first());
  }

  /** Has this one timer, and no other. */
  void wakeOnlyAt(long moment) {
    timers.clear();
    timers.add(moment);
  }

  private void requireTime() {
    if (task.basis() == TimeBasis.NONE) {
      throw new IllegalStateException(
          "this stage has no time and no timers: make it with Stateful.byClock(…), timed(…) or inOrder(…)");
    }
  }

  /** The rows that have been given and not yet taken. */
  Queue<Row> out() {
    return out;
  }

  /** What is to be saved, but for Spark's timer. */
  Kept<S> kept() {
    return new Kept<>(state, since, List.copyOf(timers), OptionalLong.empty());
  }

  /** The next moment at which there is something to do without a row. */
  long next() {
    return Math.min(timers.isEmpty() ? Moments.NEVER : timers.first(), end());
  }

  /** When the state is forgotten. */
  private long end() {
    long after = task.forgetAfter();
    return state.isEmpty() || after == Moments.NEVER || since > Moments.NEVER - after
        ? Moments.NEVER
        : since + after;
  }

  /** Calls the function with a row. */
  void row(Row row) {
    if (task.basis().isEventTime()) {
      now = task.order().at(row);
    }
    call(() -> task.function().onRow(task.rows().decode(row), this));
  }

  /** Calls the function with the rows of an epoch, together. */
  void rows(Iterator<Row> rows) {
    call(() -> task.function().onRows(new Taken(rows), this));
  }

  /** Rows that are taken together; the latest says what time it is. */
  private final class Taken implements Iterator<T> {

    private final Iterator<Row> rows;

    private Taken(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public T next() {
      Row row = rows.next();
      if (task.basis().isEventTime()) {
        now = Math.max(now, task.order().at(row));
      }
      return task.rows().decode(row);
    }
  }

  /** Sets off the timers up to this moment, and forgets what is due. */
  void until(long moment) {
    int calls = 0;
    for (long next = next(); next <= moment && next != Moments.NEVER; next = next()) {
      now = task.basis().isEventTime() ? next : Math.max(now, next);
      if (!timers.isEmpty() && timers.first() == next) {
        timers.pollFirst();
        long at = next;
        call(() -> task.function().onTimer(Moments.instant(at), this));
        if (moment == Moments.NEVER && ++calls > CALLS_AFTER_LAST_ROW) {
          throw new UdfException(
              "%s still sets timers for the key %s after %d of them went off behind its last row, and a batch has no later: set none where the key's rows have ended"
                  .formatted(task.where(), key, calls),
              null);
        }
      } else {
        forget();
      }
    }
  }

  private interface Call {
    void run() throws Exception;
  }

  private void call(Call call) {
    try {
      call.run();
    } catch (Exception e) {
      throw new UdfException("%s failed for the key %s: %s".formatted(task.where(), key, e), e);
    }
  }
}
