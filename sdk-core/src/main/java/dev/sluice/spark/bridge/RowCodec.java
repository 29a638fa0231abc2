package dev.sluice.spark.bridge;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.encoders.Codec;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/**
 * Turns objects into Spark's rows and back; Spark sends it to executors.
 *
 * @param <T> the objects
 */
public interface RowCodec<T> extends Codec<T, Row> {

  /** A row whose values can be asked for by name too. */
  static Row row(Object[] values, StructType schema) {
    return new GenericRowWithSchema(values, schema);
  }
}
