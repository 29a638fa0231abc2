package dev.sluice.streaming.state;

import java.util.Comparator;
import org.apache.spark.sql.Row;

/**
 * The order of rows: by their time, and rows of one moment by their columns, so that it depends on
 * nothing but the rows.
 *
 * @param time the position of the column that says when a row happened
 */
record RowOrder(int time) implements Comparator<Row> {

  @Override
  public int compare(Row a, Row b) {
    int byTime = Long.compare(at(a), at(b));
    return byTime != 0 ? byTime : byColumns(a, b);
  }

  long at(Row row) {
    return Moments.micros(row.getInstant(time));
  }

  static int byColumns(Row a, Row b) {
    for (int i = 0; i < a.size(); i++) {
      int order = byValue(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // two values of one column are of one type
  static int byValue(Object a, Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    if (a instanceof Row row && b instanceof Row other) {
      return byColumns(row, other);
    }
    return a instanceof Comparable<?> comparable
        ? ((Comparable<Object>) comparable).compareTo(b)
        : a.toString().compareTo(b.toString());
  }
}
