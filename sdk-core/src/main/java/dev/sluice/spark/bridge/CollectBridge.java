package dev.sluice.spark.bridge;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
import scala.Option;

/**
 * Brings rows to this JVM without Spark's encoders, which analyze an expression and compile code
 * for it each time: for the few rows of a test that takes longer than to compute them.
 */
public final class CollectBridge {

  private CollectBridge() {}

  /** The rows, with values of {@code java.time} whatever the session says. */
  public static List<Row> collect(Dataset<Row> rows) {
    QueryExecution query = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
    InternalRow[] collected =
        SQLExecution.withNewExecutionId(
            query, Option.apply("collect"), () -> query.executedPlan().executeCollect());
    Function1<Object, Object> converter = converter(rows.schema());
    return Arrays.stream(collected).map(row -> (Row) converter.apply(row)).toList();
  }

  private static Function1<Object, Object> converter(StructType schema) {
    SQLConf conf = SQLConf.get().clone();
    conf.setConfString("spark.sql.datetime.java8API.enabled", "true");
    return SQLConf.withExistingConf(
        conf, () -> CatalystTypeConverters.createToScalaConverter(schema));
  }
}
