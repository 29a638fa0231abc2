package dev.sluice.io.format;

import dev.sluice.expr.Fields;

/**
 * Formats of a row as a text or as bytes, apart from where these are.
 *
 * <pre>{@code
 * RowFormat<Order> json = Formats.json(Order.class);
 * Stage<Order> orders = p.source("orders", Datasets.texts(json, messages, "value"));
 * Stage<Rejected> bad = orders.rejected();
 * }</pre>
 */
public final class Formats {

  private Formats() {}

  /**
   * One JSON object, as in {@link dev.sluice.io.file.JsonFiles}.
   *
   * @param type the record each row is
   * @param <T> the record
   * @return the format
   * @throws IllegalArgumentException if the record cannot describe rows, or has a map whose keys
   *     JSON cannot write
   */
  public static <T extends Record> JsonFormat<T> json(Class<T> type) {
    return JsonFormat.of(type);
  }

  /**
   * Values in the order of the record's components, as in a line of {@link
   * dev.sluice.io.file.CsvFiles} without a header.
   *
   * @param type the record each row is
   * @param <T> the record
   * @return the format
   * @throws IllegalArgumentException if the record cannot describe rows, or has a component that
   *     one CSV value cannot hold
   */
  public static <T extends Record> CsvFormat<T> csv(Class<T> type) {
    return CsvFormat.of(type);
  }

  /**
   * One change of a row of a table, as Debezium tells it in JSON.
   *
   * @param type the record of a change: the columns of the table, and what else of the change is
   *     asked for
   * @param operation the component that is what was done
   * @param <T> the record
   * @return the format
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> DebeziumFormat<T> debezium(
      Class<T> type, Fields.Text<T> operation) {
    return DebeziumFormat.of(type, operation);
  }

  /**
   * One value in Avro's binary encoding, by the schema of the record. It takes Spark's module for
   * Avro, {@code org.apache.spark:spark-avro_2.13}.
   *
   * @param type the record each row is
   * @param <T> the record
   * @return the format
   * @throws IllegalArgumentException if the record cannot describe rows, or has a component that
   *     Avro cannot hold: a {@code byte}, a {@code short}, a {@code Duration}, a map whose keys are
   *     no texts, a column whose name has other signs than letters of ASCII, digits and _
   */
  public static <T extends Record> AvroFormat<T> avro(Class<T> type) {
    return AvroFormat.of(type);
  }
}
