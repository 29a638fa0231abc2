package dev.sluice.spark.rows;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Rows that let no wrong one of theirs through. */
public final class FailingRow {

  private FailingRow() {}

  /**
   * The same rows, of which the first that is not kept fails the run. As a filter, which takes
   * nothing away, it leaves Spark's knowledge of the rows' order and of their columns as it is.
   *
   * <p>Spark moves conditions that always give the same below joins and filters, where there are
   * rows that nobody gets. This one names the task, so it stays.
   *
   * @param kept what a row must be; never NULL
   * @param message what to say of one that is not
   */
  public static Dataset<Row> unless(Column kept, Column message, Dataset<Row> rows) {
    Column text =
        functions.concat(
            message,
            functions.lit(" (found by task "),
            functions.spark_partition_id().cast("string"),
            functions.lit(")"));
    return rows.filter(kept.or(functions.raise_error(text).cast("boolean")));
  }
}
