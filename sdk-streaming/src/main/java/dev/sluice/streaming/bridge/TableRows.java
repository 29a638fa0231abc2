package dev.sluice.streaming.bridge;

import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that are read once, by the first job that needs them, and kept by the executors, on the disk
 * if memory is short; what an executor takes with it is read again. Unlike with {@code
 * Dataset.persist}, no other query that happens to read the same table gets them.
 */
public final class TableRows implements AutoCloseable {

  private final RDD<InternalRow> kept;
  private final Dataset<Row> rows;

  private TableRows(RDD<InternalRow> kept, Dataset<Row> rows) {
    this.kept = kept;
    this.rows = rows;
  }

  /** Keeps these. */
  public static TableRows of(Dataset<Row> rows, SparkSession session) {
    RDD<InternalRow> kept =
        ((org.apache.spark.sql.classic.Dataset<Row>) rows)
            .queryExecution().toRdd().toJavaRDD()
            // Spark reuses the rows that it computes
            .map(InternalRow::copy)
            .persist(StorageLevel.MEMORY_AND_DISK())
            .rdd();
    return new TableRows(
        kept,
        ((org.apache.spark.sql.classic.SparkSession) session)
            .internalCreateDataFrame(kept, rows.schema(), false));
  }

  public Dataset<Row> rows() {
    return rows;
  }

  @Override
  public void close() {
    kept.unpersist(false);
  }
}
