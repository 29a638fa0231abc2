package dev.sluice.streaming.bridge;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SparkSession;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Spark's own source of rows in memory, which its tests use. Versions have it in different packages,
 * so it is found, not written.
 *
 * @param <T> what is added
 */
public final class MemoryRows<T> {

  private static final List<String> PLACES =
      List.of(
          "org.apache.spark.sql.execution.streaming.runtime.MemoryStream",
          "org.apache.spark.sql.execution.streaming.MemoryStream");

  private final Object stream;

  /** An empty one. */
  public MemoryRows(SparkSession spark, Encoder<T> encoder) {
    this.stream =
        call(
            () -> found()
                .getMethod("apply", Encoder.class, SQLContext.class)
                .invoke(null, encoder, spark.sqlContext()));
  }

  private static Class<?> found() throws ClassNotFoundException {
    for (String place : PLACES) {
      try {
        return Class.forName(place);
      } catch (ClassNotFoundException e) {
        // another version of Spark
      }
    }
    throw new ClassNotFoundException("this Spark has none of " + PLACES);
  }

  /** Adds rows, which come in one epoch. */
  public void add(List<T> rows) {
    Seq<T> all = CollectionConverters.asScala(rows).toSeq();
    call(() -> stream.getClass().getMethod("addData", Seq.class).invoke(stream, all));
  }

  /**
   * The rows as they come, in this session, which may be another than that of the start before: a
   * query is known to the session of its rows alone.
   */
  public Dataset<Row> dataset(SparkSession spark) {
    org.apache.spark.sql.classic.Dataset<?> rows =
        (org.apache.spark.sql.classic.Dataset<?>) call(
            () -> stream.getClass().getMethod("toDF").invoke(stream));
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark, rows.queryExecution().logical());
  }

  private interface Call {
    Object run() throws ReflectiveOperationException;
  }

  private static Object call(Call call) {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Spark's rows in memory failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this Spark's rows in memory are not as those of the versions that are known", e);
    }
  }
}
