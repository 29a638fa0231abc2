package dev.sluice.streaming.bridge;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.CachedData;
import org.apache.spark.sql.execution.columnar.CachedRDDBuilder;
import org.apache.spark.storage.StorageLevel;
import scala.Option;

/** The rows of an epoch, computed once however often they are read, and kept until it is over. */
public final class KeptEpoch implements AutoCloseable {

  /** Before 4.2 Spark counts the tasks that have computed a partition, of which there may be two. */
  private static final boolean COUNTS_PARTITIONS =
      Arrays.stream(CachedRDDBuilder.class.getMethods())
          .anyMatch(method -> method.getName().equals("materializedRowCount"));

  private final org.apache.spark.sql.classic.Dataset<Row> rows;

  /** Keeps the rows from the first time that they are read. */
  public KeptEpoch(Dataset<Row> rows) {
    this.rows = (org.apache.spark.sql.classic.Dataset<Row>) rows;
    rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Computes what nobody has read; takes no job if everything was. */
  public void computeRest() {
    if (!isWhole()) {
      rows.write().format("noop").mode("overwrite").save();
    }
  }

  private boolean isWhole() {
    Option<CachedData> kept =
        rows.sparkSession().sharedState().cacheManager().lookupCachedData(rows);
    return COUNTS_PARTITIONS
        && kept.isDefined()
        && kept.get().cachedRepresentation().cacheBuilder().isCachedColumnBuffersLoaded();
  }

  @Override
  public void close() {
    rows.unpersist(false);
  }
}
