package dev.sluice.streaming.checkpoint;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Counts the rows of state stores, by Spark's own reader of them. */
final class StateStores {

  /** A join of streams has stores that only Spark reads; its sides are counted through it. */
  private static final String DEFAULT = "default";

  /**
   * A store.
   *
   * @param operator the number of the operator in the query
   * @param name what the operator does, by Spark's name
   * @param store the name of the store
   * @param partitions how many parts it has
   * @param rows how many rows are in it, after the last epoch that is done
   */
  record Counted(long operator, String name, String store, int partitions, long rows) {}

  private StateStores() {}

  static List<Counted> of(SparkSession spark, String checkpoint) {
    return spark.read().format("state-metadata").load(checkpoint)
        .select("operatorId", "operatorName", "stateStoreName", "numPartitions")
        .distinct()
        .orderBy("operatorId", "stateStoreName")
        .collectAsList()
        .stream()
        .map(store -> count(spark, checkpoint, store))
        .toList();
  }

  private static Counted count(SparkSession spark, String checkpoint, Row store) {
    String name = store.getString(2);
    var reader =
        spark.read().format("statestore").option("operatorId", store.getLong(0));
    long rows =
        (name.equals(DEFAULT) ? reader : reader.option("storeName", name)).load(checkpoint).count();
    return new Counted(
        store.getLong(0), store.getString(1), name, ((Number) store.get(3)).intValue(), rows);
  }
}
