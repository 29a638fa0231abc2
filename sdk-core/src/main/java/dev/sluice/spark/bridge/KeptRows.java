package dev.sluice.spark.bridge;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.LogicalRDD;

/**
 * Rows that are computed once, by the first job that needs them, however often they are read, and
 * that Spark takes for data: where they came from, and whether they would come again, is forgotten.
 * They are kept by the executors, on the disk if memory is short, until they are released.
 */
public final class KeptRows implements AutoCloseable {

  private final org.apache.spark.sql.classic.Dataset<Row> rows;

  private KeptRows(org.apache.spark.sql.classic.Dataset<Row> rows) {
    this.rows = rows;
  }

  public static KeptRows of(Dataset<Row> rows) {
    return new KeptRows((org.apache.spark.sql.classic.Dataset<Row>) rows.localCheckpoint(false));
  }

  public Dataset<Row> rows() {
    return rows;
  }

  @Override
  public void close() {
    if (rows.queryExecution().logical() instanceof LogicalRDD data) {
      data.rdd().unpersist(false);
    }
  }
}
