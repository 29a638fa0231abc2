package dev.sluice.streaming.state;

import dev.sluice.plan.SortKey;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The first rows of each window of a key. So many rows are kept of each window that is open, and no
 * more.
 *
 * @param words what is kept, for plans
 * @param columns how many columns a row has; what it is ordered by stands behind them
 * @param rows how many rows are first
 * @param window the length of a window, in microseconds
 * @param time the position of the column that says when a row happened
 * @param orders the directions
 */
record TopRows(
    String words, int columns, int rows, long window, int time, List<Order> orders)
    implements KeyFunction<Row, Row, Row, Row> {

  /** A direction. */
  record Order(boolean descending, boolean nullsFirst) implements Serializable {

    static Order of(SortKey key) {
      return new Order(key.descending(), key.nullsFirst());
    }

    Comparator<Object> comparator() {
      Comparator<Object> values = RowOrder::byValue;
      Comparator<Object> directed = descending ? values.reversed() : values;
      return nullsFirst ? Comparator.nullsFirst(directed) : Comparator.nullsLast(directed);
    }
  }

  /** What is kept of a key: its open windows, by their ends, each with its first rows. */
  Shape<Row> kept() {
    return Shape.rows(
        words,
        input -> new StructType()
            .add(
                "windows",
                DataTypes.createArrayType(
                    new StructType()
                        .add("end", DataTypes.LongType, false)
                        .add("rows", DataTypes.createArrayType(input, false), false),
                    false),
                false));
  }

  /** The rows without what they are ordered by. */
  Shape<Row> out() {
    return Shape.rows("rows", input -> new StructType(Arrays.copyOf(input.fields(), columns)));
  }

  @Override
  public void onRow(Row row, KeyRun<Row, Row, Row, Row> keyed) {
    long at = Moments.micros(row.getInstant(time));
    long end = Math.floorDiv(at, window) * window + window;
    List<Row> windows = windows(keyed);
    List<Row> first = new ArrayList<>();
    first.add(row);
    windows.stream().filter(w -> w.getLong(0) == end).forEach(w -> first.addAll(w.getList(1)));
    first.sort(order());
    windows.removeIf(w -> w.getLong(0) == end);
    windows.add(
        RowFactory.create(end, scala(first.subList(0, Math.min(rows, first.size())))));
    keyed.keep(RowFactory.create(scala(windows)));
    keyed.wakeAt(Moments.instant(end));
  }

  @Override
  public void onTimer(Instant at, KeyRun<Row, Row, Row, Row> keyed) {
    long end = Moments.micros(at);
    List<Row> windows = windows(keyed);
    windows.stream()
        .filter(window -> window.getLong(0) == end)
        .flatMap(window -> window.<Row>getList(1).stream())
        .forEach(row -> keyed.emit(row(row)));
    windows.removeIf(window -> window.getLong(0) == end);
    if (windows.isEmpty()) {
      keyed.forget();
    } else {
      keyed.keep(RowFactory.create(scala(windows)));
    }
  }

  private static List<Row> windows(KeyRun<Row, Row, Row, Row> keyed) {
    return new ArrayList<>(keyed.state().map(state -> state.<Row>getList(0)).orElse(List.of()));
  }

  private static Object scala(List<Row> rows) {
    return CollectionConverters.asScala(rows).toSeq();
  }

  private Row row(Row row) {
    Object[] values = new Object[columns];
    Arrays.setAll(values, row::get);
    return RowFactory.create(values);
  }

  /** Rows that are equal in it are ordered by their columns, so that it depends on the rows alone. */
  private Comparator<Row> order() {
    Comparator<Row> order = (a, b) -> 0;
    for (int i = 0; i < orders.size(); i++) {
      int column = columns + i;
      order = order.thenComparing(row -> row.get(column), orders.get(i).comparator());
    }
    return order.thenComparing(RowOrder::byColumns);
  }
}
