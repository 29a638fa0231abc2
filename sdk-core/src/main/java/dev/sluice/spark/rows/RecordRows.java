package dev.sluice.spark.rows;

import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.CollectBridge;
import dev.sluice.text.Causes;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Records in memory as Spark rows, and Spark rows as records in memory. */
public final class RecordRows {

  private RecordRows() {}

  /**
   * Rows of records that are in memory, under the column names of the record. The schema is the
   * record's, also when there are no records. Unlike Spark's encoders this compiles no code, which
   * for the few rows of a test would take longer than all else.
   *
   * @param spark the session
   * @param records the records, none of them null
   * @param type the record class
   * @return a dataset of one partition or more, in the order of the list
   * @throws IllegalArgumentException if the class is no record, or listing the problems of the
   *     record
   */
  public static Dataset<Row> dataset(
      SparkSession spark, List<? extends Record> records, Class<? extends Record> type) {
    return spark.createDataFrame(
        records.stream().map(RecordRows::row).toList(),
        RecordSchemas.of(RecordType.of(type).requireValid()));
  }

  /**
   * Brings rows to this JVM as records, finding columns by name.
   *
   * @param rows a dataset that has the record's columns, in any order, and perhaps others
   * @param type the record class
   * @param <T> the record
   * @return the records
   * @throws RecordValueException if a row has a value that the record cannot hold
   * @throws IllegalArgumentException if the class is no record, or listing the problems of the
   *     record
   */
  public static <T extends Record> List<T> collect(Dataset<?> rows, Class<T> type) {
    if (RecordSchemas.isOf(rows.schema(), RecordType.of(type).requireValid())) {
      RecordCodec<T> codec = RecordCodec.of(type);
      return CollectBridge.collect(rows.toDF()).stream().map(codec::decode).toList();
    }
    // columns in another order, others, or of narrower types
    try {
      return rows.as(RecordEncoders.of(type)).collectAsList();
    } catch (RuntimeException e) {
      throw refusedValue(e);
    }
  }

  /**
   * A record as a row of its own schema: enums as texts, nested records as rows, lists and maps as
   * Scala's.
   *
   * @param record the record
   * @return a row with a schema
   * @throws IllegalArgumentException listing the problems of the record, if it has any
   */
  public static Row row(Record record) {
    return RecordCodec.of(record.getClass()).encodeRecord(record);
  }

  /** The reason why a value did not fit, if that is what went wrong; otherwise the error itself. */
  private static RuntimeException refusedValue(RuntimeException e) {
    return Causes.of(e)
        .filter(RecordValueException.class::isInstance)
        .map(RuntimeException.class::cast)
        .findFirst()
        .orElse(e);
  }
}
