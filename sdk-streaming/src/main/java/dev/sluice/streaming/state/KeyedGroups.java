package dev.sluice.streaming.state;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;

/** A function with state over all rows of a key at once: in a batch. Rows with a time come in its order. */
record KeyedGroups<K, T, S, R>(KeyedTask<K, T, S, R> task)
    implements FlatMapGroupsFunction<Row, Row, Row> {

  @Override
  public Iterator<Row> call(Row key, Iterator<Row> rows) {
    long now = task.basis() == TimeBasis.CLOCK
        ? Moments.ofMillis(System.currentTimeMillis())
        : Long.MIN_VALUE;
    KeyRun<K, T, S, R> run =
        new KeyRun<>(task, task.key().decoder().apply(key), Kept.nothing(), now);
    if (task.function().together()) {
      run.rows(rows);
      run.until(Moments.NEVER);
      return run.out().iterator();
    }
    return new Given(
        run, task.basis().isEventTime() ? new Moment(rows, task.order()) : rows);
  }

  /** Spark prints it in its plans. */
  @Override
  public String toString() {
    return task.where();
  }

  /** The rows that come out, each key's no further ahead than they are asked for. */
  private final class Given implements Iterator<Row> {

    private final KeyRun<K, T, S, R> run;
    private final Iterator<Row> rows;
    private boolean ended;

    private Given(KeyRun<K, T, S, R> run, Iterator<Row> rows) {
      this.run = run;
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (run.out().isEmpty() && !ended) {
        if (rows.hasNext()) {
          give(rows.next());
        } else {
          run.until(Moments.NEVER);
          ended = true;
        }
      }
      return !run.out().isEmpty();
    }

    private void give(Row row) {
      if (task.basis().isEventTime()) {
        run.until(task.order().at(row));
      }
      run.row(row);
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return run.out().remove();
    }
  }

  /** Rows that are sorted by their time, with those of one moment in the order that a stream has. */
  private static final class Moment implements Iterator<Row> {

    private final Iterator<Row> rows;
    private final RowOrder order;
    private final List<Row> ahead = new ArrayList<>();
    private Iterator<Row> moment = List.<Row>of().iterator();

    private Moment(Iterator<Row> rows, RowOrder order) {
      this.rows = rows;
      this.order = order;
    }

    @Override
    public boolean hasNext() {
      return moment.hasNext() || !ahead.isEmpty() || rows.hasNext();
    }

    @Override
    public Row next() {
      if (!moment.hasNext()) {
        moment = nextMoment().iterator();
      }
      return moment.next();
    }

    private List<Row> nextMoment() {
      List<Row> together = new ArrayList<>(ahead);
      ahead.clear();
      while (rows.hasNext() && ahead.isEmpty()) {
        Row row = rows.next();
        boolean same = together.isEmpty() || order.at(together.get(0)) == order.at(row);
        (same ? together : ahead).add(row);
      }
      together.sort(order);
      return together;
    }
  }
}
