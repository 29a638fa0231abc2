package dev.sluice.streaming.bridge;

import java.util.HashSet;
import java.util.Iterator;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.LogicalRDD$;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.CollectionAccumulator;

/**
 * The rows of an epoch, computed once however often they are read, and kept until it is over: by the
 * executors, on the disk if memory is short.
 *
 * <p>They are kept as they are. {@code Dataset.persist} would copy the session for each epoch, to plan
 * how rows become columns, which takes longer than a small epoch.
 */
public final class KeptEpoch implements AutoCloseable {

  private final CollectionAccumulator<Integer> computed;
  private final RDD<InternalRow> kept;
  private final Dataset<Row> rows;

  /** Keeps the rows from the first time that they are read. */
  public KeptEpoch(Dataset<Row> epoch) {
    var dataset = (org.apache.spark.sql.classic.Dataset<Row>) epoch;
    this.computed = dataset.sparkSession().sparkContext().collectionAccumulator();
    this.kept = kept(computation(dataset), computed);
    this.rows =
        org.apache.spark.sql.classic.Dataset.ofRows(
            dataset.sparkSession(), LogicalRDD$.MODULE$.fromDataset(kept, dataset, false));
  }

  /** What Spark hands to an epoch is planned already. */
  private static RDD<InternalRow> computation(org.apache.spark.sql.classic.Dataset<Row> epoch) {
    return epoch.queryExecution().analyzed() instanceof LogicalRDD planned
        ? planned.rdd()
        : epoch.queryExecution().toRdd();
  }

  private static RDD<InternalRow> kept(
      RDD<InternalRow> rows, CollectionAccumulator<Integer> computed) {
    return rows.toJavaRDD()
        .<InternalRow>mapPartitionsWithIndex(
            (partition, all) -> new Copies(all, () -> computed.add(partition)), true)
        .persist(StorageLevel.MEMORY_AND_DISK())
        .rdd();
  }

  /** Rows of which Spark, which uses the same one again and again, leaves each as it is. */
  private static final class Copies implements Iterator<InternalRow> {

    private final Iterator<InternalRow> all;
    private final Runnable atEnd;
    private boolean ended;

    Copies(Iterator<InternalRow> all, Runnable atEnd) {
      this.all = all;
      this.atEnd = atEnd;
    }

    @Override
    public boolean hasNext() {
      boolean another = all.hasNext();
      if (!another && !ended) {
        ended = true;
        atEnd.run();
      }
      return another;
    }

    @Override
    public InternalRow next() {
      return all.next().copy();
    }
  }

  /** The rows, to be read as often as anybody wants. */
  public Dataset<Row> rows() {
    return rows;
  }

  /** Computes what nobody has read; takes no job if everything was. */
  public void computeRest() {
    // tasks may compute a partition twice, so their number would not tell
    if (new HashSet<>(computed.value()).size() < kept.getNumPartitions()) {
      kept.toJavaRDD().foreachPartition(partition -> {});
    }
  }

  @Override
  public void close() {
    kept.unpersist(false);
  }
}
