package dev.sluice.streaming.state;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.expr.Fields;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sessions whose pause depends on their rows, and whose content is built by code: {@code
 * window(session(…))} has one pause for all, and aggregates.
 *
 * <pre>{@code
 * GapSessions.of(clicks.eventTime(Click::at, Duration.ofMinutes(10)))
 *     .keyedBy(Click::user)
 *     .pause(click -> click.page().equals("video") ? Duration.ofHours(1) : Duration.ofMinutes(10))
 *     .building(Open.class, (open, click) -> open.map(o -> o.with(click)).orElseGet(() -> Open.of(click)))
 *     .closed(Visit.class, (user, open, end) -> new Visit(user, open.from(), end, open.clicks()))
 * }</pre>
 *
 * <p>A row belongs to the session of its key if it happens before its end, which is the latest of
 * its rows' times and their pauses; a row at the very end begins the next one. A stream gives a
 * session when no row can extend it any more, and the same ones as a batch. Rows whose time is NULL
 * are left out.
 */
public final class GapSessions {

  private GapSessions() {}

  /** Of the rows of a stage. */
  public static <T extends Record> Rows<T> of(TimedStage<T> stage) {
    return new Rows<>(stage);
  }

  /**
   * Rows.
   *
   * @param stage where they come from
   * @param <T> their record
   */
  public record Rows<T extends Record>(TimedStage<T> stage) {

    /** The sessions of each value of a column. */
    public <K> Keys<K, T> keyedBy(Fields.Typed<T, K> column) {
      return new Keys<>(Stateful.inOrder(stage).keyedBy(column), stage.type());
    }
  }

  /**
   * Rows by their keys.
   *
   * @param <K> the key
   * @param <T> their record
   */
  public static final class Keys<K, T extends Record> {

    private final Stateful.KeyedBy<K, T> rows;
    private final Class<T> type;

    private Keys(Stateful.KeyedBy<K, T> rows, Class<T> type) {
      this.rows = rows;
      this.type = type;
    }

    /** How long after a row its session ends, if none follows. */
    public Paused<K, T> pause(Pause<T> pause) {
      return new Paused<>(this, pause);
    }
  }

  /**
   * Rows with their pauses.
   *
   * @param <K> the key
   * @param <T> their record
   */
  public static final class Paused<K, T extends Record> {

    private final Keys<K, T> keys;
    private final Pause<T> pause;

    private Paused(Keys<K, T> keys, Pause<T> pause) {
      this.keys = keys;
      this.pause = pause;
    }

    /**
     * What is kept of a session that is open.
     *
     * @param state its record
     * @param building what is made of it, and of nothing at first, by a row
     */
    public <S extends Record> Open<K, T, S> building(Class<S> state, Building<T, S> building) {
      return new Open<>(this, state, building);
    }
  }

  /**
   * Sessions that are open.
   *
   * @param <K> the key
   * @param <T> the record of the rows
   * @param <S> the record that is kept
   */
  public static final class Open<K, T extends Record, S extends Record> {

    private final Paused<K, T> paused;
    private final Class<S> state;
    private final Building<T, S> building;

    private Open(Paused<K, T> paused, Class<S> state, Building<T, S> building) {
      this.paused = paused;
      this.state = state;
      this.building = building;
    }

    /**
     * A row for each session that has ended.
     *
     * @param record its record
     */
    public <R extends Record> Stage<R> closed(Class<R> record, Closing<K, S, R> closing) {
      return paused.keys.rows.then(
          "sessions",
          record,
          Optional.empty(),
          new KeyedBody<>(
              new Function<>(paused.pause, building, closing),
              Shape.records(paused.keys.type),
              Shape.records(state),
              Shape.records(record)));
    }
  }

  /**
   * Says how long after a row its session ends. It is sent to the executors.
   *
   * @param <T> the row
   */
  @FunctionalInterface
  public interface Pause<T> extends Serializable {

    /** That long, more than zero. */
    Duration after(T row);
  }

  /**
   * Builds a session. It is sent to the executors.
   *
   * @param <T> the row
   * @param <S> the session
   */
  @FunctionalInterface
  public interface Building<T, S> extends Serializable {

    /** The session with the row, not null. */
    S with(Optional<S> session, T row);
  }

  /**
   * Makes a row of a session. It is sent to the executors.
   *
   * @param <K> the key
   * @param <S> the session
   * @param <R> the row
   */
  @FunctionalInterface
  public interface Closing<K, S, R> extends Serializable {

    /** The row, not null; {@code end} is when the session was over. */
    R of(K key, S session, Instant end);
  }

  private record Function<K, T, S, R>(
      Pause<T> pause, Building<T, S> building, Closing<K, S, R> closing)
      implements KeyFunction<K, T, S, R> {

    @Override
    public void onRow(T row, KeyRun<K, T, S, R> keyed) {
      Duration after = pause.after(row);
      if (after.isZero() || after.isNegative()) {
        throw new IllegalArgumentException("the pause of a session must be positive, not " + after);
      }
      long end = Moments.micros(keyed.now().plus(after));
      keyed.keep(building.with(keyed.state(), row));
      keyed.wakeOnlyAt(Math.max(end, keyed.nextTimer().orElse(end)));
    }

    @Override
    public void onTimer(Instant at, KeyRun<K, T, S, R> keyed) {
      keyed.emit(closing.of(keyed.key(), keyed.state().orElseThrow(), at));
      keyed.forget();
    }
  }
}
