package dev.sluice.samples.tpch;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** The rows that a query gave, such that equal answers are equal: in the order of the query, where it has one. */
record Answer(List<List<Object>> rows) {

  static Answer of(List<Row> rows) {
    return new Answer(rows.stream().map(Answer::values).toList());
  }

  private static List<Object> values(Row row) {
    return IntStream.range(0, row.length()).mapToObj(i -> value(row.get(i))).toList();
  }

  /** Numbers are equal if they are, however many digits their columns have. */
  private static Object value(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    return value instanceof Integer number ? number.longValue() : String.valueOf(value);
  }
}
