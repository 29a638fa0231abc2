package dev.sluice.streaming.state;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Projection;
import dev.sluice.plan.ExprNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Functions that remember: what they keep of a key is there again when its next rows come, in the
 * next epoch of a stream, and after a restart. As a batch the same definition runs over all rows at
 * once.
 *
 * <pre>{@code
 * Stage<Visit> visits = Stateful.inOrder(clicks.eventTime(Click::at, Duration.ofMinutes(10)))
 *     .keyedBy(Click::user)
 *     .keeping(Open.class)
 *     .process(
 *         Visit.class,
 *         (click, user) -> {
 *           Open open = user.state().map(known -> known.with(click)).orElseGet(() -> Open.at(click));
 *           user.keep(open);
 *           user.wakeAt(open.last().plus(Duration.ofMinutes(30)));
 *         },
 *         (at, user) -> …);
 * }</pre>
 *
 * <p>The time they go by, and the order in which rows come, is said first:
 *
 * <ul>
 *   <li>{@link #inOrder}: rows and timers in the order of event time. A row waits until no earlier
 *       one can come, that is for the lateness of its stage. What comes out depends on the rows
 *       alone: however they are cut into epochs, and as a batch, it is the same.
 *   <li>{@link #timed}: rows as they come, at once; timers by event time, when no earlier row can come.
 *   <li>{@link #byClock}: rows as they come; timers by the clock of the machine.
 *   <li>{@link #of}: rows as they come, and no time.
 * </ul>
 *
 * <p>In a stream with event time, rows that are too late, and rows whose time is NULL, are left out.
 * In a batch no row is too late; behind the last row of a key all its timers go off. State is stored
 * in RocksDB, unless the session names another store.
 */
public final class Stateful {

  private Stateful() {}

  /** Rows as they come, without a time. */
  public static <T extends Record> Rows<T> of(Stage<T> stage) {
    return new Rows<>(stage, TimeBasis.NONE);
  }

  /**
   * Rows as they come; timers and forgetting by the clock of the machine. Such a stream looks for
   * timers that are due also while there are no rows, once a second unless its trigger says how often.
   */
  public static <T extends Record> Rows<T> byClock(Stage<T> stage) {
    return new Rows<>(stage, TimeBasis.CLOCK);
  }

  /** Rows as they come; timers and forgetting by event time. */
  public static <T extends Record> Rows<T> timed(TimedStage<T> stage) {
    return new Rows<>(stage, TimeBasis.EVENT);
  }

  /**
   * Rows in the order of their event time, timers of a moment before the rows of that moment, and
   * rows of one moment in the order of their columns. Rows that wait are kept as part of the state.
   */
  public static <T extends Record> Rows<T> inOrder(TimedStage<T> stage) {
    return new Rows<>(stage, TimeBasis.ORDER);
  }

  /**
   * Rows, and the time they go by.
   *
   * @param <T> the record of the rows
   */
  public static final class Rows<T extends Record> {

    private final Stage<T> stage;
    private final TimeBasis basis;

    private Rows(Stage<T> stage, TimeBasis basis) {
      this.stage = stage;
      this.basis = basis;
    }

    Stage<T> stage() {
      return stage;
    }

    /** A state for each value of a column; rows in which it is NULL have one together. */
    public <K> KeyedBy<K, T> keyedBy(Fields.Typed<T, K> column) {
      return new KeyedBy<>(this, List.of(FieldReader.field(column)), new KeyForm.Value());
    }

    /**
     * A state for each combination of values: {@code keyedBy(row(Device::new).of(col(Click::user),
     * col(Click::device)))}.
     */
    public <K extends Record> KeyedBy<K, T> keyedBy(Projection<T, K> key) {
      return new KeyedBy<>(this, key.values(), new KeyForm.OfRecord(key.record()));
    }
  }

  /**
   * Rows by their keys.
   *
   * @param <K> the key
   * @param <T> the record of the rows
   */
  public static final class KeyedBy<K, T extends Record> {

    private final Rows<T> rows;
    private final List<ExprNode> keys;
    private final KeyForm key;

    private KeyedBy(Rows<T> rows, List<ExprNode> keys, KeyForm key) {
      this.rows = rows;
      this.keys = keys;
      this.key = key;
    }

    /** At most one of these records is kept of each key. */
    public <S extends Record> Keeping<K, T, S> keeping(Class<S> state) {
      return new Keeping<>(this, state, Optional.empty());
    }

    <S, R extends Record> Stage<R> then(
        String label, Class<R> record, Optional<Duration> forgetAfter, KeyedBody<K, ?, S, ?> body) {
      return rows.stage.then(
          new KeyedRows(label, keys, key, List.of(), rows.basis, forgetAfter, false, body), record);
    }
  }

  /**
   * Rows by their keys, with what is kept of each.
   *
   * @param <K> the key
   * @param <T> the record of the rows
   * @param <S> the record that is kept
   */
  public static final class Keeping<K, T extends Record, S extends Record> {

    private final KeyedBy<K, T> keyed;
    private final Class<S> state;
    private final Optional<Duration> forgetAfter;

    private Keeping(KeyedBy<K, T> keyed, Class<S> state, Optional<Duration> forgetAfter) {
      this.keyed = keyed;
      this.state = state;
      this.forgetAfter = forgetAfter;
    }

    /**
     * Forgets a key, with its timers, so long after it was last kept. Unless this is said, a key is
     * kept until the function forgets it.
     *
     * @param time positive; by event time or by the clock, as the stage goes
     */
    public Keeping<K, T, S> forgetAfter(Duration time) {
      return new Keeping<>(keyed, state, Optional.of(time));
    }

    /**
     * The rows that a function gives for the rows of each key.
     *
     * @param record the record of the rows that come out
     * @param function a lambda, or an object that takes timers too
     */
    public <R extends Record> Stage<R> process(
        Class<R> record, StatefulFunction<K, T, S, R> function) {
      return keyed.then(
          "process",
          record,
          forgetAfter,
          new KeyedBody<>(
              new RecordFunction<>(function),
              Shape.records(keyed.rows.stage.type()),
              Shape.records(state),
              Shape.records(record)));
    }

    /**
     * The rows that two functions give, one for rows, one for timers.
     *
     * @param record the record of the rows that come out
     * @param onRow what is done with a row
     * @param onTimer what is done when a moment has come that {@link Keyed#wakeAt} named
     */
    public <R extends Record> Stage<R> process(
        Class<R> record, StatefulFunction<K, T, S, R> onRow, TimerFunction<K, S, R> onTimer) {
      return process(record, new Both<>(onRow, onTimer));
    }
  }

  private record Both<K, T, S extends Record, R extends Record>(
      StatefulFunction<K, T, S, R> row, TimerFunction<K, S, R> timer)
      implements StatefulFunction<K, T, S, R> {

    private static final long serialVersionUID = 1L;

    @Override
    public void onRow(T row, Keyed<K, S, R> keyed) throws Exception {
      this.row.onRow(row, keyed);
    }

    @Override
    public void onTimer(Instant at, Keyed<K, S, R> keyed) throws Exception {
      timer.onTimer(at, keyed);
    }
  }
}
