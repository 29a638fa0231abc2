package dev.sluice.streaming.state;

import dev.sluice.spark.bridge.EncoderBridge;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.ExpiredTimerInfo;
import org.apache.spark.sql.streaming.ListState;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StatefulProcessor;
import org.apache.spark.sql.streaming.TTLConfig;
import org.apache.spark.sql.streaming.TimeMode;
import org.apache.spark.sql.streaming.TimerValues;
import org.apache.spark.sql.streaming.ValueState;
import org.apache.spark.sql.types.StructType;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A function with state as Spark runs it. Of each key there is one value; where rows are given in
 * order of time, those that wait until no earlier one can come are a list beside it.
 */
final class KeyedProcessor<K, T, S, R> extends StatefulProcessor<Row, Row, Row> {

  /** The name under which Spark stores the value of a key. */
  static final String KEPT = "kept";

  private static final String WAITING = "waiting";
  private static final long serialVersionUID = 1L;

  private final KeyedTask<K, T, S, R> task;
  private final StructType rows;
  private transient ValueState<Row> kept;
  private transient ListState<Row> waiting;
  private transient Function<Row, K> keys;

  KeyedProcessor(KeyedTask<K, T, S, R> task, StructType rows) {
    this.task = task;
    this.rows = rows;
  }

  @Override
  public void init(OutputMode outputMode, TimeMode timeMode) {
    kept = getHandle().getValueState(KEPT, EncoderBridge.rows(task.columns()), TTLConfig.NONE());
    if (task.basis() == TimeBasis.ORDER) {
      waiting = getHandle().getListState(WAITING, EncoderBridge.rows(rows), TTLConfig.NONE());
    }
    keys = task.key().decoder();
  }

  @Override
  public Iterator<Row> handleInputRows(Row key, Iterator<Row> input, TimerValues times) {
    Kept<S> before = load();
    if (task.basis() == TimeBasis.ORDER) {
      save(before, before, Math.min(wake(before), wait(input)));
      return CollectionConverters.asScala(List.<Row>of().iterator());
    }
    KeyRun<K, T, S, R> run = run(key, before, times);
    java.util.Iterator<Row> given = CollectionConverters.asJava(input);
    if (task.function().together()) {
      run.rows(given);
    } else {
      given.forEachRemaining(run::row);
    }
    return finish(run, before, passed(times), Moments.NEVER);
  }

  @Override
  public Iterator<Row> handleExpiredTimer(Row key, TimerValues times, ExpiredTimerInfo timer) {
    // the timer that goes off is gone
    Kept<S> before = load().waking(OptionalLong.empty());
    KeyRun<K, T, S, R> run = run(key, before, times);
    long passed = passed(times);
    long first = task.basis() == TimeBasis.ORDER ? giveWaiting(run, passed) : Moments.NEVER;
    return finish(run, before, passed, first);
  }

  private KeyRun<K, T, S, R> run(Row key, Kept<S> before, TimerValues times) {
    long now = task.basis() == TimeBasis.CLOCK ? passed(times) : Long.MIN_VALUE;
    return new KeyRun<>(task, keys.apply(key), before, now);
  }

  /** Rows up to this moment have come, and timers up to it are due. */
  private long passed(TimerValues times) {
    return switch (task.basis()) {
      case NONE -> Long.MIN_VALUE;
      case CLOCK -> Moments.ofMillis(times.getCurrentProcessingTimeInMs());
      case EVENT, ORDER -> Moments.ofMillis(times.getCurrentWatermarkInMs());
    };
  }

  /** Puts rows behind those that wait; gives the time of the earliest. */
  private long wait(Iterator<Row> input) {
    List<Row> all = new ArrayList<>();
    long first = Moments.NEVER;
    while (input.hasNext()) {
      Row row = input.next();
      all.add(row);
      first = Math.min(first, task.order().at(row));
    }
    waiting.appendList(all.toArray(Row[]::new));
    return first;
  }

  /** Gives the function the rows that no earlier one can follow; gives the time of the next one. */
  private long giveWaiting(KeyRun<K, T, S, R> run, long passed) {
    List<Row> all = new ArrayList<>();
    CollectionConverters.asJava(waiting.get()).forEachRemaining(all::add);
    all.sort(task.order());
    int given = 0;
    while (given < all.size() && task.order().at(all.get(given)) <= passed) {
      Row row = all.get(given++);
      run.until(task.order().at(row));
      run.row(row);
    }
    List<Row> rest = all.subList(given, all.size());
    if (given > 0) {
      if (rest.isEmpty()) {
        waiting.clear();
      } else {
        waiting.put(rest.toArray(Row[]::new));
      }
    }
    return rest.isEmpty() ? Moments.NEVER : task.order().at(rest.get(0));
  }

  private Iterator<Row> finish(
      KeyRun<K, T, S, R> run, Kept<S> before, long passed, long firstWaiting) {
    run.until(passed);
    save(before, run.kept(), Math.min(run.next(), firstWaiting));
    return CollectionConverters.asScala(run.out().iterator());
  }

  private Kept<S> load() {
    Row row = kept.get();
    return row == null ? Kept.nothing() : Kept.of(row, task.state());
  }

  private static long wake(Kept<?> kept) {
    return kept.wake().isPresent() ? Moments.ofMillis(kept.wake().getAsLong()) : Moments.NEVER;
  }

  private void save(Kept<S> before, Kept<S> now, long next) {
    OptionalLong wake =
        next == Moments.NEVER
            ? OptionalLong.empty()
            : OptionalLong.of(Moments.millisFrom(next));
    if (!wake.equals(before.wake())) {
      before.wake().ifPresent(old -> getHandle().deleteTimer(old));
      wake.ifPresent(at -> getHandle().registerTimer(at));
    }
    Kept<S> after = now.waking(wake);
    if (after.isNothing()) {
      kept.clear();
    } else {
      kept.update(after.row(task.state(), task.columns()));
    }
  }
}
