package dev.sluice.streaming.state;

import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The last change of a key by its sequence: one row for each epoch, if it brought a later one. Of
 * each key the sequence is kept, not the row.
 *
 * @param columns how many columns a row has; its sequence stands behind them
 */
record LastChange(int columns) implements KeyFunction<Row, Row, Row, Row> {

  /** What is kept of a key. */
  Shape<Row> kept() {
    return Shape.rows(
        "the last sequence",
        rows -> new StructType().add("sequence", rows.fields()[columns].dataType(), false));
  }

  /** The rows without their sequence. */
  Shape<Row> out() {
    return Shape.rows(
        "the change", rows -> new StructType(Arrays.copyOf(rows.fields(), columns)));
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void onRow(Row row, KeyRun<Row, Row, Row, Row> keyed) {
    throw new UnsupportedOperationException("together");
  }

  @Override
  public void onRows(Iterator<Row> rows, KeyRun<Row, Row, Row, Row> keyed) {
    Row last = rows.next();
    sequence(last);
    while (rows.hasNext()) {
      Row row = rows.next();
      if (sequence(row).compareTo(last.get(columns)) > 0) {
        last = row;
      }
    }
    Comparable<Object> sequence = sequence(last);
    if (keyed.state().filter(known -> sequence.compareTo(known.get(0)) <= 0).isEmpty()) {
      keyed.keep(RowFactory.create(sequence));
      keyed.emit(withoutSequence(last));
    }
  }

  private Row withoutSequence(Row row) {
    Object[] values = new Object[columns];
    Arrays.setAll(values, row::get);
    return RowFactory.create(values);
  }

  @SuppressWarnings("unchecked") // values of one column are of one type
  private Comparable<Object> sequence(Row row) {
    Object sequence = row.get(columns);
    if (sequence == null) {
      throw new IllegalStateException("the sequence of a change is NULL");
    }
    return (Comparable<Object>) sequence;
  }

  @Override
  public void onTimer(Instant at, KeyRun<Row, Row, Row, Row> keyed) {
    // sets none
  }
}
